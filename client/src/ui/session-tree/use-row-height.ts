import { useMediaQuery } from '@mantine/hooks';
import { densitySetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';

const now = { getInitialValueInEffect: false };
/** What a compact row saves, in pixels: two lines of text and a 24 px target still fit. */
const compactBy = 8;

/**
 * Height of every row in pixels: one line where there is room, two where columns fold under the name, more for fingers, less
 * for readers who chose compact rows.
 */
export function useRowHeight(): number {
  const isWide = useMediaQuery('(min-width: 1200px)', true, now);
  const isMedium = useMediaQuery('(min-width: 800px)', true, now);
  const isCoarse = useMediaQuery('(pointer: coarse)', false, now);
  const isCompact = useSetting(densitySetting) === 'compact';
  const less = isCompact ? compactBy : 0;
  if (isWide && !isCoarse) return 44 - less;
  return (isMedium && !isCoarse ? 52 : 60) - less;
}
