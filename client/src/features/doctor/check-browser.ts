import type { Check } from '@matinee/server/contract';

/** As Zoom makes them: H.264 High and AAC. */
const videoType = 'video/mp4; codecs="avc1.640028, mp4a.40.2"';

/** What this browser can do of what the recordings need. */
export function checkBrowser(): Omit<Check, 'id'> & { id: 'browser' } {
  const about = { id: 'browser' as const, title: 'This browser' };
  if (document.createElement('video').canPlayType(videoType) === '') {
    return {
      ...about,
      state: 'failed',
      detail: 'It cannot play H.264 with AAC, which is what Zoom records.',
      remedy: 'Use Chrome, Edge, Safari or Firefox with its system codecs. Downloads work in any browser.',
    };
  }
  return { ...about, state: 'ok', detail: 'It plays what Zoom records.', remedy: null };
}
