/** A line of a text, and where the next one begins. */
export interface TextLine {
  line: string;
  next: number;
}

/** Finds the line that begins at a place; places may only grow from call to call, so that a text is looked through once. */
export function createLineFinder(text: string): (from: number) => TextLine {
  const find = (sign: string, from: number) => {
    const at = text.indexOf(sign, from);
    return at < 0 ? text.length : at;
  };
  let feed = find('\n', 0);
  let carriage = find('\r', 0);
  return (from) => {
    if (feed < from) feed = find('\n', from);
    if (carriage < from) carriage = find('\r', from);
    const end = Math.min(feed, carriage);
    const next = end === carriage && feed === carriage + 1 ? feed + 1 : end + 1;
    return { line: text.slice(from, end), next };
  };
}

/** The lines of a text, whichever of CRLF, LF and CR ends them; a last one without an end counts. */
export function* textLines(text: string): Generator<string> {
  const lineAt = createLineFinder(text);
  for (let from = 0; from < text.length; ) {
    const { line, next } = lineAt(from);
    yield line;
    from = next;
  }
}
