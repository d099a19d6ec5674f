/** The id of what takes the focus when somebody asks for the transcript by key: it need not be on the page. */
export const transcriptPlace = 'transcript-lane';
