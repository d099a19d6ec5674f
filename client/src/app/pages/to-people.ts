import type { Person } from '../../features/participants/person.ts';
import type { ViewLane } from '../../features/session/view-lanes.ts';
import { hasContent } from '../../lib/file-kinds.ts';
import { contentUrl } from '../../lib/media-url.ts';

/** The participants in the order of their names, each with the lanes that Zoom recorded of them alone. */
export function toPeople(lanes: readonly ViewLane[]): Person[] {
  const byKey = new Map<string, ViewLane[]>();
  for (const lane of lanes) {
    const key = toKey(lane);
    byKey.set(key, [...(byKey.get(key) ?? []), lane]);
  }
  const people = [...byKey].map(([key, own]) => toPerson(key, own));
  return people.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Zoom's id of somebody within the session; who joined twice has two, which are two rows. */
function toKey({ file: { participant } }: ViewLane): string {
  return participant?.userId ?? participant?.userKey ?? participant?.name ?? '';
}

function toPerson(key: string, lanes: readonly ViewLane[]): Person {
  const [first] = lanes;
  const voice = lanes.find(({ file, segments }) => file.kind === 'audio' && segments.length > 0);
  return {
    key,
    name: first?.file.participant?.name ?? first?.label ?? key,
    lanes: lanes.map(({ name, label, file }) => ({
      name,
      label,
      kind: file.kind === 'video' ? 'video' : 'audio',
      canPlay: hasContent(file),
    })),
    voice: (voice?.segments ?? []).map((segment) => ({ ...segment, src: contentUrl(segment.fileId) })),
  };
}
