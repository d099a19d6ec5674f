import { useEffect, useState } from 'react';

/** Whether the element waits for what it must know before it can play: the file's length and size of picture. */
export function usePreparing(media: HTMLMediaElement | null): boolean {
  const [isPreparing, setPreparing] = useState(true);
  useEffect(() => {
    if (media === null) return;
    const begin = () => setPreparing(true);
    const end = () => setPreparing(false);
    media.addEventListener('loadstart', begin);
    media.addEventListener('loadedmetadata', end);
    media.addEventListener('error', end);
    return () => {
      media.removeEventListener('loadstart', begin);
      media.removeEventListener('loadedmetadata', end);
      media.removeEventListener('error', end);
    };
  }, [media]);
  return isPreparing;
}
