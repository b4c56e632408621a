import type { Formats } from '#lib/format/formats.ts';

/** What a reader sets for themselves. */
export const settings = (_: Formats) => ({
  title: 'Settings',
  language: 'Language',
  languageMore: 'Of the pages, of what Kith sends you by mail, and of the texts you begin a message with.',
  /** Each in its own words, so that whoever needs it can find it. */
  languages: { en: 'English', de: 'Deutsch' },
  asBrowser: 'As the browser says',
  keep: 'Keep this',
  kept: 'Kept.',
});
