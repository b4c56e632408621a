import type { Formats } from '#lib/format/formats.ts';
import { shell, signIn, trouble } from './en/shell.ts';

/**
 * Every sentence of the pages in English, one function per sentence with a number in it. Another language is another
 * file of this shape; the sentences of a learner's reasons come from the API.
 */
export const en = (f: Formats) => ({
  shell: shell(f),
  signIn: signIn(f),
  trouble: trouble(f),
});

export type Messages = ReturnType<typeof en>;
