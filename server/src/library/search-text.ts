/** Text as searches compare it: composed, lower case, on one line. What people type and what is searched pass here alike. */
export function normaliseSearch(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('und')
    .replace(/[\r\n]+/g, ' ');
}
