/** What is stored as the word back of a case whose opening was undone; pages say it in the reader's language. */
export const takenBack = 'Taken back.';
