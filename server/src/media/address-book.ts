/** Zoom makes a new address for every answer, so one that was told a while ago is worth little (zoom-api.md 4.1). */
const toldMs = 10 * 60_000;

/** An address on the CDN is signed for a while; each use proves that it still works. */
const workingMs = 15 * 60_000;

/** At most. A page of the list tells some 1,200 addresses; a player needs one. */
const mostEntries = 5000;

/** Where files can be fetched from, in memory alone: an address opens its recording to whoever holds it. */
export interface AddressBook {
  /** Zoom has just told these download addresses. */
  remember(entries: readonly { fileId: string; address: string }[]): void;
  /** The address that answered last time, past all redirects. */
  findWorking(fileId: string): string | undefined;
  /** The download address that Zoom told last. */
  findTold(fileId: string): string | undefined;
  /** This address has just answered for the file. */
  keepWorking(fileId: string, address: string): void;
  /** This address was refused, or broke: nobody asks it again. */
  forget(fileId: string, address: string): void;
  /** Whatever answered last time broke off: the next reader begins with the told address. */
  forgetWorking(fileId: string): void;
}

/** An empty book. `now` is the wall clock in milliseconds. */
export function createAddressBook({ now = Date.now }: { now?: () => number } = {}): AddressBook {
  const told = createShelf({ now, lifetimeMs: toldMs });
  const working = createShelf({ now, lifetimeMs: workingMs });
  return {
    remember: (entries) => {
      for (const { fileId, address } of entries) told.put(fileId, address);
    },
    findWorking: working.find,
    findTold: told.find,
    keepWorking: working.put,
    forget: (fileId, address) => {
      told.drop(fileId, address);
      working.drop(fileId, address);
    },
    forgetWorking: working.clear,
  };
}

/** Two halves: when the newer one is full, the older one goes as a whole. */
function createShelf({ now, lifetimeMs }: { now: () => number; lifetimeMs: number }) {
  type Entries = Map<string, { address: string; until: number }>;
  let newer: Entries = new Map();
  let older: Entries = new Map();
  return {
    put(fileId: string, address: string) {
      if (newer.size >= mostEntries / 2) {
        older = newer;
        newer = new Map();
      }
      newer.set(fileId, { address, until: now() + lifetimeMs });
    },
    find(fileId: string): string | undefined {
      const entry = newer.get(fileId) ?? older.get(fileId);
      return entry && entry.until > now() ? entry.address : undefined;
    },
    clear(fileId: string) {
      newer.delete(fileId);
      older.delete(fileId);
    },
    drop(fileId: string, address: string) {
      for (const entries of [newer, older]) {
        if (entries.get(fileId)?.address === address) entries.delete(fileId);
      }
    },
  };
}
