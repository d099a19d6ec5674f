import type { Problem } from '@matinee/server/contract';

/** What went wrong before our server could say it: it did not answer, or something else answered in its place. */
export interface LocalProblem {
  type: 'local:server-unreachable' | 'local:unexpected-answer';
  title: string;
  status: number;
  detail: string;
  instance: string;
  retryable: boolean;
  retryAfterSeconds?: number;
}

/** Every failed request ends as this error; switch on `problem.type`. */
export class ProblemError extends Error {
  readonly problem: Problem | LocalProblem;

  constructor(problem: Problem | LocalProblem, options?: { cause: unknown }) {
    super(problem.title, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem inside any thrown value; a bug of our own becomes `local:unexpected-answer` without its message. */
export function toProblem(error: unknown): Problem | LocalProblem {
  if (error instanceof ProblemError) return error.problem;
  return {
    type: 'local:unexpected-answer',
    title: 'This page could not read the answer.',
    status: 0,
    detail: '',
    instance: '',
    retryable: true,
  };
}
