/** Longer than any name Zoom takes; what stands before a colon far into a sentence is not a name. */
const MOST_NAME_CHARACTERS = 100;

interface Spoken {
  speaker: string | null;
  text: string;
}

/**
 * The speaker that a cue names by `<v Name>` (WebVTT's voice tag), and its text without that tag; undefined when it begins with no
 * such tag. Every other tag is left as it stands: it may be something that somebody said.
 */
export function readVoice(text: string): Spoken | undefined {
  if (!text.startsWith('<v') || !/^<v[\s.]/.test(text)) return undefined;
  const end = text.indexOf('>');
  if (end < 0) return undefined;
  const inside = text.slice(2, end);
  const at = inside.search(/\s/);
  const name = at < 0 ? '' : inside.slice(at).trim();
  const rest = text.slice(end + 1);
  const spoken = rest.endsWith('</v>') ? rest.slice(0, -'</v>'.length) : rest;
  return { speaker: name === '' ? null : name, text: spoken.trim() };
}

/** The speaker that a cue names by `Name: ` before its text, as Zoom writes; undefined when there is none. */
export function readPrefix(text: string): Spoken | undefined {
  const at = text.slice(0, MOST_NAME_CHARACTERS + 1).indexOf(':');
  const name = text.slice(0, Math.max(0, at)).trim();
  if (name === '' || /[\n<>]/.test(name) || !/^\s/.test(text.slice(at + 1))) return undefined;
  return { speaker: name, text: text.slice(at + 1).trim() };
}
