/** The words of the search in what was said and typed. */
export const momentMessages = {
  title: 'Said and typed',
  transcript: 'Said',
  captions: 'Captions',
  chat: 'Chat',
  searching: 'Searching what was said and typed…',
  failed: 'What was said and typed could not be searched.',
  more: 'Show more',
  off: 'What was said and typed cannot be searched: the server’s owner switched it off (MATINEE_INDEX_TRANSCRIPTS).',
} as const;
