import type { Session } from '@matinee/server/contract';
import { toLinkSeconds } from '../../lib/clock-time.ts';
import type { SessionSearch } from '../search-params.ts';

/** The panels beside the picture, as the address names them. */
export type PanelName = NonNullable<SessionSearch['panel']>;

/** What is shown first: the words that were said, else those that were typed, else the files. */
export function defaultPanel({ files }: Pick<Session, 'files'>): PanelName {
  const kinds = new Set(files.filter(({ trashedAt }) => trashedAt === null).map(({ kind }) => kind));
  if (kinds.has('transcript') || kinds.has('captions')) return 'transcript';
  return kinds.has('chat') ? 'chat' : 'files';
}

/** The page's own address, but at another second and with the panel that is shown: for others, who come from elsewhere. */
export function toMomentLink(
  href: string,
  { seconds, panel }: { seconds: number; panel: PanelName },
): string {
  const link = new URL(href);
  link.searchParams.set('t', String(toLinkSeconds(seconds)));
  link.searchParams.set('panel', panel);
  link.searchParams.delete('tq');
  return link.href;
}
