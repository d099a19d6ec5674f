import type { Selection as KeptSelection } from '@matinee/server/contract';
import { postJson, reach, toRefusal } from '../../lib/http.ts';
import type { Selection } from '../../lib/selection/selection.ts';
import { type ExportOptions, type ExportSource, exportAddress } from './export-address.ts';

interface StartExportOptions {
  selection: Selection;
  options: ExportOptions;
  /** Hands the address to the browser, which writes the file while it comes. */
  download: (address: string) => void;
}

/**
 * Starts the download of what is chosen. A download link cannot tell why it failed, so that the same address is asked first
 * and given up once its answer begins. Throws ProblemError.
 */
export async function startExport({ selection, options, download }: StartExportOptions): Promise<void> {
  const address = exportAddress(await toSource(selection), options);
  const giveUp = new AbortController();
  const answer = await reach(address, { signal: giveUp.signal });
  if (!answer.ok) throw await toRefusal(answer);
  giveUp.abort();
  download(address);
}

async function toSource(selection: Selection): Promise<ExportSource> {
  if (selection.kind === 'matching') return { filter: selection.filter };
  const ids = [...selection.sessions.keys()];
  const { id } = await postJson<KeptSelection>('/api/selections', { ids });
  return { selection: id };
}
