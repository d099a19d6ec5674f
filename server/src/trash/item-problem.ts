import type { WindowProblem } from '../contract/index.ts';
import { isWithoutRight, ZoomHttpError, ZoomIdRefusedError } from '../zoom/errors.ts';

const NOT_COMPLETED = 3303;
const NO_STORAGE = 3309;

type ShortType<T extends string> = T extends `/problems/${infer Short}` ? Short : never;

/** A problem of one item, in words that stand beside its name. */
export function problem(
  type: ShortType<WindowProblem['type']>,
  title: string,
  detail: string,
): WindowProblem {
  return { type: `/problems/${type}`, title, detail };
}

export const unknownRecording = problem(
  'not-found',
  'Not found',
  'No such recording, or it was deleted for good.',
);

export const alreadyInTrash = problem(
  'recording-in-trash',
  'Already in the trash',
  'It was in the trash before this change.',
);

export const notInTrash = problem(
  'recording-not-in-trash',
  'Not in the trash',
  'Only what is in the trash can be restored or deleted for good.',
);

export const inTrashAsAWhole = problem(
  'recording-not-in-trash',
  'Its session is in the trash as a whole',
  'Restore or delete the session; Zoom knows no single file of it meanwhile.',
);

export const withoutId = problem(
  'recording-unavailable',
  'Zoom gives this file no id',
  'It can be changed only together with its session.',
);

export const stillLive = problem(
  'recording-not-in-trash',
  'Not in the trash any more',
  'Zoom lists it among the live recordings again, so it was left alone.',
);

export const outcomeUnknown = problem(
  'outcome-unknown',
  'Zoom’s answer was lost',
  'It is not known whether Zoom did it, and Zoom could not be asked. The next reading of the list will show it.',
);

export const notDone = problem(
  'zoom-unavailable',
  'Zoom did not do it',
  'Zoom was asked several times and lost the call each time. Try again later.',
);

/** Why Zoom did not change a recording. Its own text stays in the log. */
export function toItemProblem(error: unknown): WindowProblem {
  if (error instanceof ZoomIdRefusedError) return unknownRecording;
  if (!(error instanceof ZoomHttpError)) {
    return problem(
      'zoom-unexpected-answer',
      'Zoom’s answer was not understood',
      'The server’s log says more.',
    );
  }
  const { status, code } = error;
  if (isWithoutRight(error)) {
    return problem(
      'change-refused',
      'Zoom does not allow it',
      'The account’s settings do not let this key change cloud recordings.',
    );
  }
  if (code === NOT_COMPLETED) {
    return problem('recording-processing', 'Zoom is still processing it', 'Try again when it is complete.');
  }
  if (code === NO_STORAGE) {
    return problem(
      'storage-full',
      'Zoom has no room for it',
      'Free some cloud storage, then restore it again.',
    );
  }
  if (status === 404)
    return {
      ...unknownRecording,
      detail: 'Zoom knows no such recording there any more. It may have been moved or deleted elsewhere.',
    };
  const answered = `Zoom answered ${status}${code === null ? '' : ` (code ${code})`}.`;
  return problem('change-refused', 'Zoom refused it', answered);
}
