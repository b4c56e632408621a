import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from './en.ts';

/** Each language is a file of its own, fetched when it is spoken: a reader's browser has one of them. */
const catalogues = {
  en: () => import('./en.ts').then(({ en }) => en),
  de: () => import('./de.ts').then(({ de }) => de),
} as const satisfies Record<string, () => Promise<(f: Formats) => Messages>>;

export type Language = keyof typeof catalogues;

/** Every sentence of the pages in one language. */
export const catalogueIn = (language: Language): Promise<(f: Formats) => Messages> => catalogues[language]();
