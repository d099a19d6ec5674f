/** Text as searches compare it: composed, lower case, on one line. What people type and what is searched pass here alike. */
export function normaliseSearch(text: string): string {
  return cleanText(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\r\n]+/g, ' ');
}

/** SQLite ends a text at NUL, and UTF-8 has no half surrogates: both would come back as another text. */
export function cleanText(text: string): string {
  const isClean = !text.includes('\0') && text.isWellFormed();
  return isClean ? text : text.toWellFormed().replaceAll('\0', '\uFFFD');
}
