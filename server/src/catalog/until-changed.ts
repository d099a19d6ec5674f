/**
 * Answers that hold until the catalog changes: the pages of one list and everybody who looks at it count it once, and a
 * player that seeks has its file looked up once. Keeps at most `most` of them. `version` is a number that grows with
 * every change.
 */
export function createUntilChanged<Question, Answer>(deps: {
  version: () => number;
  most: number;
  keyOf: (question: Question) => string;
  ask: (question: Question) => Promise<Answer>;
}): (question: Question) => Promise<Answer> {
  const { version, most, keyOf, ask } = deps;
  const known = new Map<string, Promise<Answer>>();
  let knownVersion = version();

  return function answerUntilChanged(question: Question): Promise<Answer> {
    if (version() !== knownVersion || known.size >= most) known.clear();
    knownVersion = version();
    const key = keyOf(question);
    const kept = known.get(key);
    if (kept) return kept;
    const asking = ask(question);
    known.set(key, asking);
    asking.catch(() => known.delete(key));
    return asking;
  };
}
