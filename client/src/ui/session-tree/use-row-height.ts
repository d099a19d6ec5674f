import { useMediaQuery } from '@mantine/hooks';

const now = { getInitialValueInEffect: false };

/** Height of every row in pixels: one line where there is room, two where columns fold under the name, more for fingers. */
export function useRowHeight(): number {
  const isWide = useMediaQuery('(min-width: 1200px)', true, now);
  const isMedium = useMediaQuery('(min-width: 800px)', true, now);
  const isCoarse = useMediaQuery('(pointer: coarse)', false, now);
  if (isWide && !isCoarse) return 44;
  return isMedium && !isCoarse ? 52 : 60;
}
