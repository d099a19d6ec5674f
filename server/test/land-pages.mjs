// Lands pages of sessions in a catalog for as long as it lives: `node land-pages.mjs <data folder> <first page>`. Says the
// number of each page once it is in. Its parent kills it.
import { openCatalog } from '../dist/catalog/open-catalog.js';

const perPage = 40;
const [dataDir, first] = process.argv.slice(2);
const log = { warn: (_, text) => process.stderr.write(text) };
const catalog = openCatalog({ dataDir, log });
const startMs = Date.parse('2026-10-01T00:00:00Z');

function file(id) {
  return {
    zoomId: id,
    ...{
      source: 'recording',
      kind: 'video',
      recordingType: 'gallery_view',
      fileType: 'MP4',
      extension: 'MP4',
    },
    ...{ status: 'completed', startMs, endMs: startMs, sizeBytes: 7, hasAddress: true, isExternal: false },
    ...{ participantName: null, userId: null, userKey: null, trashedMs: null },
  };
}

function session(page, n) {
  const name = `page ${page} row ${n}`;
  return {
    zoomId: `s-${page}-${n}`,
    name,
    ...{
      key: null,
      startMs: startMs + page * 60_000 + n,
      durationMinutes: 1,
      reportedBytes: 7,
      reportedFiles: 1,
    },
    search: `${name}\n`,
    files: [file(`f-${page}-${n}`)],
  };
}

for (let page = Number(first); ; page += 1) {
  const sessions = Array.from({ length: perPage }, (_, n) => session(page, n));
  await catalog.landSessions({ list: 'live', isSingle: false, span: null, nowMs: 0, sessions });
  // A pipe is written at once; the parent has the line before the next page begins.
  process.stdout.write(`${page}\n`);
}
