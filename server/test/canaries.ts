/** A leak shorter than this would turn up in random ids by chance. */
const fingerprintLength = 12;

/** Every way in which a value could be written without a reader noticing: raw, escaped, hex, base64 at each of its three offsets. */
export function spellingsOf(canary: string): string[] {
  const bytes = Buffer.from(canary);
  const base64 = [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = shifted.subarray(0, shifted.length - (shifted.length % 3));
    return [whole.toString('base64').slice(4), whole.toString('base64url').slice(4)];
  });
  const hex = bytes.toString('hex');
  return [
    ...new Set([
      canary,
      encodeURIComponent(canary),
      JSON.stringify(canary).slice(1, -1),
      hex,
      hex.toUpperCase(),
      ...base64,
    ]),
  ];
}

/** Looks for canaries in any text, in every spelling. Thousands of canaries cost no more than one: texts are walked once. */
export function createCanarySearch(canaries: readonly string[]): (text: string) => string[] {
  const byBeginning = new Map<string, [spelling: string, canary: string][]>();
  for (const canary of new Set(canaries)) {
    for (const spelling of spellingsOf(canary)) {
      if (spelling.length < fingerprintLength)
        throw new Error('this canary is too short to be told from chance');
      const beginning = spelling.slice(0, fingerprintLength);
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), [spelling, canary]]);
    }
  }
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at <= text.length - fingerprintLength; at += 1) {
      const candidates = byBeginning.get(text.slice(at, at + fingerprintLength));
      for (const [spelling, canary] of candidates ?? []) if (text.startsWith(spelling, at)) found.add(canary);
    }
    return [...found];
  };
}
