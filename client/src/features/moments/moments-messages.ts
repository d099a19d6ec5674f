/** The words of the search in what was said and typed. */
export const momentMessages = {
  title: 'Said and typed',
  transcript: 'Said',
  captions: 'Captions',
  chat: 'Chat',
  searching: 'Searching what was said and typed…',
  failed: 'What was said and typed could not be searched.',
  more: 'Show more',
  off: 'What was said and typed is not searched.',
  offSince: 'What is said and typed is no longer read.',
  offMeans:
    'Whoever runs the server can turn it on: MATINEE_INDEX_TRANSCRIPTS=on in its environment or its .env, and a new start.',
  understood: 'Do not say this again',
} as const;
