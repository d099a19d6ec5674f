import type { FieldError, ProblemType } from '../contract/index.ts';

/** What went wrong, before it is written as an answer: a type, a sentence for a person, and what goes with them. */
export interface Trouble {
  type: ProblemType;
  /** In place of the type's own title, where one type has two causes. */
  title?: string;
  detail: string;
  retryAfterSeconds?: number;
  errors?: readonly FieldError[];
  headers?: Record<string, string>;
}
