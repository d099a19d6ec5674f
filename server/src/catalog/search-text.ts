/** Text as searches compare it: composed, lower case, on one line. What people type and what is searched pass here alike. */
export function normaliseSearch(text: string): string {
  return cleanText(text)
    .normalize('NFC')
    .toLocaleLowerCase('und')
    .replace(/[\r\n]+/g, ' ');
}

/** SQLite ends a text at NUL, and UTF-8 has no half surrogates: both would come back as another text. */
export function cleanText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');
}
