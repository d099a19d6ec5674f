import { z } from 'zod';

/**
 * Every `type` a problem answer can bear (RFC 9457). Clients switch on it, so the list is closed:
 * a new failure gets a new line here and a row in `http/problems.ts`.
 */
export const ProblemType = z.enum([
  '/problems/invalid-request',
  '/problems/not-found',
  '/problems/method-not-allowed',
  '/problems/unsupported-media-type',
  '/problems/payload-too-large',
  '/problems/host-refused',
  '/problems/origin-refused',
  '/problems/webhook-refused',
  '/problems/recording-processing',
  '/problems/recording-in-trash',
  '/problems/recording-unavailable',
  '/problems/range-not-satisfiable',
  '/problems/file-unreadable',
  '/problems/changes-off',
  '/problems/recording-not-in-trash',
  '/problems/key-used-otherwise',
  '/problems/preview-refused',
  '/problems/change-over',
  '/problems/too-many-changes',
  '/problems/change-refused',
  '/problems/storage-full',
  '/problems/outcome-unknown',
  '/problems/too-many-streams',
  '/problems/zoom-credentials-refused',
  '/problems/zoom-rate-limited',
  '/problems/zoom-unavailable',
  '/problems/zoom-timeout',
  '/problems/zoom-unexpected-answer',
  '/problems/zoom-refused-file',
  '/problems/zoom-redirect-refused',
  '/problems/pagination-loop',
  '/problems/window-incomplete',
  '/problems/internal',
]);
export type ProblemType = z.infer<typeof ProblemType>;

/** One refused field of a request: a JSON pointer (`/limit`) and what is wrong with it. */
export const FieldError = z.strictObject({ pointer: z.string(), detail: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** The body of every failed answer, `application/problem+json`. `instance` is the request id of the log. */
export const Problem = z.strictObject({
  type: ProblemType,
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  instance: z.string(),
  retryable: z.boolean(),
  retryAfterSeconds: z.number().nonnegative().optional(),
  errors: z.array(FieldError).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Why a window could not be read, or not wholly: shown beside the list, never in its place. */
export const WindowProblem = z.strictObject({
  type: ProblemType,
  title: z.string(),
  detail: z.string(),
  retryAfterSeconds: z.number().nonnegative().optional(),
});
export type WindowProblem = z.infer<typeof WindowProblem>;
