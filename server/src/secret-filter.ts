const hidden = '[hidden]';

/** Shapes of secrets, whoever issued them. Addresses keep their host alone: paths and queries of Zoom's carry tokens. */
const shapes: readonly [RegExp, string][] = [
  [/\bBearer(\s+|%20|\+)[^\s"'\\,;]+/gi, `Bearer ${hidden}`],
  [/\beyJ[\w-]{5,}\.[\w-]+(\.[\w-]*)*/g, hidden],
  [/(access_token|download_token|Signature|Policy)(=|%3D)[^\s"'\\&]+/gi, `$1$2${hidden}`],
  [/\b(https?:\/\/)([^\s"'\\/?#@]*@)?([^\s"'\\/?#@]+)[/?#][^\s"'\\<>)]*/gi, `$1$3/${hidden}`],
  [/\bhttps?%3A%2F%2F[^\s"'\\<>)&]+/gi, hidden],
  [/\/rec(ording)?\/(webhook_|archive\/)?download\/[^\s"'\\<>)]+/gi, hidden],
];

/** Shorter values would hide half of every line. Keys and secrets of Zoom are far longer. */
const shortestSecret = 6;

/**
 * A function that replaces, in any text, the given values (raw, URL-encoded, JSON-escaped, base64 and base64url at
 * each of the three alignments) and everything shaped like a token or a download address.
 */
export function createSecretFilter(secrets: () => readonly string[]): (text: string) => string {
  const spellings = new Map<string, string[]>();
  const spellingsOf = (secret: string) => {
    const known = spellings.get(secret);
    if (known) return known;
    // Tokens come and go; only a handful of values is ever current.
    if (spellings.size > 64) spellings.clear();
    const made = spell(secret);
    spellings.set(secret, made);
    return made;
  };
  return (text) => {
    const values = secrets().filter((secret) => secret.length >= shortestSecret);
    const withoutValues = values
      .flatMap(spellingsOf)
      .reduce((rest, spelling) => rest.replaceAll(spelling, hidden), text);
    return shapes.reduce((rest, [shape, replacement]) => rest.replace(shape, replacement), withoutValues);
  };
}

function spell(secret: string): string[] {
  const encoded = [0, 1, 2].flatMap((offset) => base64At(secret, offset));
  const all = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...encoded];
  return [...new Set(all)].filter((spelling) => spelling.length >= shortestSecret);
}

/** The part of the base64 text that depends on the secret alone when `offset` other bytes precede it. */
function base64At(secret: string, offset: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
  const skip = offset === 0 ? 0 : 4;
  return [whole.toString('base64').slice(skip), whole.toString('base64url').slice(skip)];
}
