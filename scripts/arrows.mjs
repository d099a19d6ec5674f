/**
 * The arrows of design section 2: each room of the house, and the rooms its files may import from. Whatever is not
 * named is refused, so a new folder is closed until a line here opens it. `$1` is the part that `*` matched, which keeps
 * a feature from seeing its neighbour. A place that ends in `.ts` is one file of a room that is otherwise closed.
 */
export const rooms = {
  'server/src/contract': ['npm:zod'],
  'server/src/zoom': ['server/src/log.ts'],
  'server/src/catalog': ['server/src/log.ts'],
  'server/src/library': ['server/src/contract', 'server/src/catalog', 'server/src/zoom', 'server/src/log.ts'],
  'server/src/media': ['server/src/contract', 'server/src/catalog', 'server/src/zoom', 'server/src/log.ts'],
  // What it writes is handed to it: it sees neither the catalog nor Zoom.
  'server/src/exports': ['server/src/contract', 'server/src/log.ts'],
  // What it looks at is handed to it; only Zoom's errors tell it what an answer meant.
  'server/src/doctor': ['server/src/contract', 'server/src/zoom', 'server/src/log.ts'],
  'server/src/trash': ['server/src/contract', 'server/src/catalog', 'server/src/zoom', 'server/src/log.ts'],
  // Where events are kept, and what brings a session up to date, are handed to it.
  'server/src/webhooks': ['server/src/log.ts'],
  // Bytes and sessions are handed to it.
  'server/src/transcripts': [
    'server/src/contract',
    'server/src/catalog',
    'server/src/zoom',
    'server/src/log.ts',
  ],
  'server/src/http': [
    'server/src/contract',
    'server/src/doctor',
    'server/src/exports',
    'server/src/library',
    'server/src/media',
    'server/src/transcripts',
    'server/src/trash',
    'server/src/webhooks',
    'server/src/log.ts',
    // Their errors alone, for the one table that answers them.
    'server/src/zoom/errors.ts',
    'server/src/catalog/errors.ts',
  ],
  // A simulator that shared code with the client it tests would share its mistakes.
  'server/src/simulator': [],
  'server/src/main.ts': ['server/src', 'server/src/simulator'],
  'server/src': [
    'server/src/contract',
    'server/src/doctor',
    'server/src/exports',
    'server/src/http',
    'server/src/library',
    'server/src/media',
    'server/src/transcripts',
    'server/src/trash',
    'server/src/webhooks',
    'server/src/catalog',
    'server/src/zoom',
  ],
  'client/src/lib': ['types:server/src/contract/index.ts'],
  'client/src/ui': ['client/src/lib', 'types:server/src/contract/index.ts'],
  'client/src/features/*': ['client/src/lib', 'client/src/ui', 'types:server/src/contract/index.ts'],
  'client/src/app': [
    'client/src/features/*',
    'client/src/lib',
    'client/src/ui',
    'types:server/src/contract/index.ts',
  ],
  'client/src': ['client/src/app'],
  // What tests start from; as nobody else names it, nobody else may import it.
  'client/src/testing': ['client/src/app', 'client/src/lib', 'types:server/src/contract/index.ts'],
};
