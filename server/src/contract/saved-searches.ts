import { z } from 'zod';
import { Timestamp } from './session.ts';

export const maxSavedSearches = 200;

/** Body of `POST /api/saved-searches`: a name, and the query string of the list it stands for (`q=budget&kind=video`). */
export const SavedSearchRequest = z.strictObject({
  name: z.string().trim().min(1).max(100),
  search: z.string().max(4000),
});
export type SavedSearchRequest = z.infer<typeof SavedSearchRequest>;

/** A search kept on the server, so that every browser has it. */
export const SavedSearch = z.strictObject({
  id: z.string(),
  name: z.string(),
  search: z.string(),
  createdAt: Timestamp,
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** Answer of `GET /api/saved-searches`, by name. */
export const SavedSearches = z.array(SavedSearch);
export type SavedSearches = z.infer<typeof SavedSearches>;
