import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a test's own. `remove` takes away exactly what was made here: no test can point it elsewhere. */
export function createScratchFolder(): { readonly path: string; remove(): void } {
  const made = mkdtempSync(join(tmpdir(), 'matinee-test-'));
  return Object.freeze({
    path: made,
    remove: () => rmSync(made, { recursive: true, force: true }),
  });
}
