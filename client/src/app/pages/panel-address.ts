import type { Session } from '@matinee/server/contract';
import { toLinkSeconds } from '../../lib/clock-time.ts';
import type { SessionSearch } from '../search-params.ts';

/** What stands beside the picture, as the address names it. */
export type PanelWord = NonNullable<SessionSearch['panel']>;

/** The panels themselves: captions are read in the transcript's. */
export type PanelName = Exclude<PanelWord, 'captions'>;

/** The panel that an address's word leads to; without a word, the session's first. */
export function toPanel(word: PanelWord | undefined, session: Pick<Session, 'files'>): PanelName {
  if (word === undefined) return defaultPanel(session);
  return word === 'captions' ? 'transcript' : word;
}

/** What is shown first: the words that were said, else those that were typed, else the files. */
export function defaultPanel({ files }: Pick<Session, 'files'>): PanelName {
  const kinds = new Set(files.filter(({ trashedAt }) => trashedAt === null).map(({ kind }) => kind));
  if (kinds.has('transcript') || kinds.has('captions')) return 'transcript';
  return kinds.has('chat') ? 'chat' : 'files';
}

/** The page's own address, but at another second and with the panel that is shown: for others, who come from elsewhere. */
export function toMomentLink(
  href: string,
  { seconds, panel }: { seconds: number; panel: PanelWord },
): string {
  const link = new URL(href);
  link.searchParams.set('t', String(toLinkSeconds(seconds)));
  link.searchParams.set('panel', panel);
  link.searchParams.delete('of');
  link.searchParams.delete('tq');
  return link.href;
}
