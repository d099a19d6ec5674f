import { randomBytes } from 'node:crypto';
import type { Catalog } from '../catalog/open-catalog.ts';
import type { SavedSearchRecord } from '../catalog/saved-searches.ts';
import {
  maxSavedSearches,
  type SavedSearch,
  type SavedSearches,
  type SavedSearchRequest,
} from '../contract/index.ts';
import { SavedSearchNotFound, TooManySavedSearches } from './errors.ts';

/** Searches that people keep. What is answered here is on the disk. */
export function createSavedSearches({
  catalog,
  now,
}: {
  catalog: Pick<Catalog, 'listSavedSearches' | 'saveSearch' | 'deleteSavedSearch'>;
  now: () => number;
}) {
  return {
    /** All of them, as people sort names. */
    async listSavedSearches(): Promise<SavedSearches> {
      const searches = (await catalog.listSavedSearches()).map(present);
      return searches.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.name < b.name ? -1 : 1));
    },

    /** Keeps a search, in place of one of the same name. @throws TooManySavedSearches. */
    async saveSearch({ name, search }: SavedSearchRequest): Promise<SavedSearch> {
      const record = {
        id: randomBytes(12).toString('base64url'),
        name: cleanText(name),
        search: cleanText(search),
        createdMs: now(),
      };
      const kept = await catalog.saveSearch({ record, limit: maxSavedSearches });
      if (!kept) throw new TooManySavedSearches('there are as many saved searches as there may be');
      return present(kept);
    },

    /** @throws SavedSearchNotFound. */
    async deleteSavedSearch(id: string): Promise<void> {
      if (!(await catalog.deleteSavedSearch(id))) throw new SavedSearchNotFound('no such saved search');
    },
  };
}

function present({ createdMs, ...record }: SavedSearchRecord): SavedSearch {
  return { ...record, createdAt: new Date(createdMs).toISOString() };
}

/** SQLite ends a text at NUL, and UTF-8 has no half surrogates: both would come back as another text. */
function cleanText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');
}
