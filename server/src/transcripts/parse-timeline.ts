import { z } from 'zod';
import { type JsonItem, jsonItems } from './json-items.ts';
import type { Parsed } from './parsed.ts';
import { parseTimestamp } from './timestamp.ts';

/** From this moment on, in seconds from the file's start, these people speak: perhaps nobody. */
export interface TimelineEntry {
  array: 'timeline' | 'timeline_refine';
  atSeconds: number;
  speakers: Speaker[];
}

export interface Speaker {
  name: string;
  userId: string | null;
}

/** Two spellings of one id, `user_id` as a number and as a text (zoom-api.md 6). A name may be missing. */
const User = z.object({
  username: z.string().nullish(),
  user_id: z.union([z.number(), z.string()]).nullish(),
});
const Entry = z.object({ ts: z.string(), users: z.array(z.unknown()).nullish() });

/** The entries of a timeline, in the order they stand in; an array by itself counts as `timeline`. */
export function* parseTimeline(text: string): Generator<Parsed<TimelineEntry>> {
  for (const item of jsonItems(text)) {
    yield typeof item === 'object' ? parseEntry(item) : item;
  }
}

function parseEntry({ array, json }: JsonItem): Parsed<TimelineEntry> {
  if (array !== '' && array !== 'timeline' && array !== 'timeline_refine') return undefined;
  const entry = Entry.safeParse(parseJson(json));
  const atSeconds = entry.success ? parseTimestamp(entry.data.ts.trim()) : null;
  if (!entry.success || atSeconds === null) return 'unreadable';
  const speakers = (entry.data.users ?? []).flatMap(readSpeaker);
  return { array: array === 'timeline_refine' ? array : 'timeline', atSeconds, speakers };
}

function readSpeaker(value: unknown): Speaker[] {
  const user = User.safeParse(value);
  if (!user.success) return [];
  const { username, user_id } = user.data;
  const userId = user_id === undefined || user_id === null || user_id === '' ? null : String(user_id);
  const name = username?.trim() || userId;
  return name ? [{ name, userId }] : [];
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
