/** The lines of a text, whichever of CRLF, LF and CR ends them; a last one without an end counts. */
export function* textLines(text: string): Generator<string> {
  const ends = /\r\n?|\n/g;
  let from = 0;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    yield text.slice(from, end.index);
    from = ends.lastIndex;
  }
  if (from < text.length) yield text.slice(from);
}
