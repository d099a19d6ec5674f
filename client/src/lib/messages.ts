import type { Problem, WindowProblem } from '@matinee/server/contract';
import type { LocalProblem } from './problem-error.ts';

/**
 * What a failure says to a person: what happened and what it means, no codes. Types that are not here
 * say their own title and detail, which the server wrote for people too.
 */
export const problemSentences: Partial<Record<(Problem | LocalProblem)['type'], string>> = {
  '/problems/zoom-credentials-refused':
    'Zoom did not accept our key. Check the Video SDK API key and secret on the server; also its clock.',
  '/problems/zoom-rate-limited': 'Zoom asks us to slow down.',
  '/problems/zoom-unavailable': 'Zoom is not answering.',
  '/problems/zoom-timeout': 'Zoom is not answering.',
  '/problems/not-found': 'No such session, or it was deleted.',
  '/problems/recording-processing': 'Zoom is still processing this recording.',
  '/problems/recording-in-trash':
    'This recording is in the trash. It has to be restored before it can be played.',
  '/problems/internal': 'The dashboard server made a mistake. Its log says more.',
  'local:server-unreachable': 'The dashboard server stopped. Start it, then retry.',
  'local:unexpected-answer': 'The answer was not one of ours. Is another program on this port?',
};

const refusal = '/problems/zoom-credentials-refused';
/** The server's title of a refusal whose cause is not the key but the account's rights or plan. */
const withoutRight = 'This Zoom account may not list cloud recordings';

/** What a failure says in one sentence. A refusal has two causes, a key and a plan, which only its title tells apart. */
export function sentenceOf({
  type,
  title,
}: {
  type: (Problem | LocalProblem)['type'];
  title: string;
}): string {
  if (type === refusal && title === withoutRight) return `${title}.`;
  return problemSentences[type] ?? title;
}

/** Why a window could not be read, in the few words that there is room for beside its freshness. */
export function windowSentence({ type, title }: Pick<WindowProblem, 'type' | 'title'>): string {
  return (type === refusal ? undefined : problemSentences[type]) ?? `${title}.`;
}

export const messages = {
  appName: 'Matinee',
  tryAgain: 'Try again',
  details: 'Details',
  copy: 'Copy',
  copied: 'Copied',
  untitled: 'Untitled session',
  linkNotUnderstood: 'Part of the link was not understood.',
  crashed: 'This part broke. The rest still works.',
  changesOff: 'Changes are off on this server: MATINEE_ALLOW_CHANGES=1 turns on restoring and deleting.',
  reloadPart: 'Reload part',
} as const;
