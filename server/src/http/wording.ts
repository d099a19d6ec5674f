import type { z } from 'zod';

/**
 * What is wrong with a field, in words that follow its name («limit must be …»); undefined where zod's own words do.
 * Never a word of the request: an answer repeats nothing that was sent.
 */
export function wordIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'is missing' : `must be ${article(issue.expected)}`;
  if (issue.code === 'invalid_value') return `must be ${oneOf(issue.values.map(String))}`;
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'must be a date such as 2026-03-31';
  if (issue.code === 'too_big') return `must be ${limit('at most', issue.maximum, issue.origin)}`;
  if (issue.code === 'too_small') return `must be ${limit('at least', issue.minimum, issue.origin)}`;
  return undefined;
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
}

const counted: Readonly<Record<string, string>> = { string: ' characters long', array: ' entries long' };

function limit(how: string, bound: number | bigint, origin: string): string {
  return `${how} ${bound}${counted[origin] ?? ''}`;
}
