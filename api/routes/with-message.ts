import type { Language } from '../contract/language.ts';
import { speechIn } from '../words/speech-in.ts';

/** What a load says of itself, in the reader's language. */
export const withMessage = <Run extends { readonly message: string | null }>(run: Run, language: Language): Run => ({
  ...run,
  message: run.message === null ? null : speechIn(language).load(run.message),
});
