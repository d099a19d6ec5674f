import type { Check, Diagnosis } from '../contract/index.ts';

const marks: Readonly<Record<Check['state'], string>> = { ok: '✓', warning: '!', failed: '✗', unknown: '?' };

/** A diagnosis for a terminal: a line for each check, with its remedy beneath, and a last line that sums up. */
export function printDiagnosis({ checks }: Diagnosis): string {
  const width = Math.max(...checks.map(({ title }) => title.length));
  const lines = checks.flatMap(({ state, title, detail, remedy }) => [
    `${marks[state]} ${title.padEnd(width)}  ${detail}`,
    ...(remedy === null ? [] : [`  ${' '.repeat(width)}  → ${remedy}`]),
  ]);
  const failures = checks.filter(({ state }) => state === 'failed').length;
  const summary = failures === 0 ? 'Nothing stands in the way.' : `${failures} to mend.`;
  return `${lines.join('\n')}\n\n${summary}\n`;
}
