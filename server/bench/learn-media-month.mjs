import { getJson } from './http.mjs';

/** The files of known size are in the month before this one: looking at that month makes the server know them. */
export async function learnMediaMonth(server) {
  const now = new Date();
  const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  await getJson(`${server.url}/api/sessions?month=${before.toISOString().slice(0, 7)}`);
}
