import type { ProblemType } from '../contract/index.ts';

interface ProblemKind {
  status: number;
  title: string;
  /** Whether asking the same again, unchanged, can help. */
  retryable: boolean;
}

/** What every problem type means: its status, its title, and whether to try again. */
export const problemKinds: Readonly<Record<ProblemType, ProblemKind>> = {
  '/problems/invalid-request': { status: 400, title: 'The request was not understood', retryable: false },
  '/problems/not-found': { status: 404, title: 'Not found', retryable: false },
  '/problems/method-not-allowed': { status: 405, title: 'This method is not allowed here', retryable: false },
  '/problems/unsupported-media-type': { status: 415, title: 'Only JSON is understood', retryable: false },
  '/problems/payload-too-large': { status: 413, title: 'The request is too large', retryable: false },
  '/problems/host-refused': { status: 421, title: 'Wrong address', retryable: false },
  '/problems/origin-refused': { status: 403, title: 'Another origin may not ask this', retryable: false },
  '/problems/webhook-refused': { status: 401, title: 'This delivery is not Zoom’s', retryable: false },
  '/problems/recording-processing': {
    status: 409,
    title: 'Zoom is still processing this recording',
    retryable: true,
  },
  '/problems/recording-in-trash': { status: 409, title: 'This recording is in the trash', retryable: false },
  '/problems/recording-unavailable': {
    status: 409,
    title: 'Zoom holds no bytes of this recording',
    retryable: false,
  },
  '/problems/range-not-satisfiable': {
    status: 416,
    title: 'The file ends before this range',
    retryable: false,
  },
  '/problems/file-unreadable': { status: 422, title: 'This file cannot be read', retryable: false },
  '/problems/changes-off': { status: 403, title: 'Changes are turned off', retryable: false },
  '/problems/recording-not-in-trash': {
    status: 409,
    title: 'This recording is not in the trash',
    retryable: false,
  },
  '/problems/key-used-otherwise': {
    status: 422,
    title: 'This key belongs to another change',
    retryable: false,
  },
  '/problems/preview-refused': { status: 409, title: 'The preview does not allow this', retryable: false },
  '/problems/change-over': { status: 409, title: 'This change is over', retryable: false },
  '/problems/too-many-changes': { status: 503, title: 'Too many changes are under way', retryable: true },
  '/problems/change-refused': { status: 502, title: 'Zoom refused this change', retryable: false },
  '/problems/storage-full': { status: 409, title: 'Zoom has no room for this recording', retryable: false },
  '/problems/outcome-unknown': { status: 502, title: 'Zoom’s answer was lost', retryable: true },
  '/problems/too-many-streams': { status: 503, title: 'Too many streams are open', retryable: true },
  '/problems/zoom-credentials-refused': {
    status: 502,
    title: 'Zoom did not accept our key',
    retryable: false,
  },
  '/problems/zoom-rate-limited': { status: 503, title: 'Zoom asks us to slow down', retryable: true },
  '/problems/zoom-unavailable': { status: 502, title: 'Zoom is not answering', retryable: true },
  '/problems/zoom-timeout': { status: 504, title: 'Zoom took too long to answer', retryable: true },
  '/problems/zoom-unexpected-answer': {
    status: 502,
    title: 'Zoom answered something unexpected',
    retryable: false,
  },
  '/problems/zoom-refused-file': { status: 502, title: 'Zoom refused this file', retryable: true },
  '/problems/zoom-redirect-refused': {
    status: 502,
    title: 'Zoom pointed to an address we do not trust',
    retryable: false,
  },
  '/problems/pagination-loop': { status: 502, title: 'Zoom repeated a page of the list', retryable: true },
  '/problems/window-incomplete': {
    status: 502,
    title: 'This part of the list is not whole',
    retryable: true,
  },
  '/problems/internal': { status: 500, title: 'Something broke in Matinee', retryable: true },
};
