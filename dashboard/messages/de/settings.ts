import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const settings = (_: Formats): Messages['settings'] => ({
  title: 'Einstellungen',
  language: 'Sprache',
  languageMore: 'Der Seiten, der Mails von Kith an Sie und der Texte, mit denen Sie eine Nachricht beginnen.',
  languages: { en: 'English', de: 'Deutsch' },
  asBrowser: 'Wie der Browser es angibt',
  keep: 'Übernehmen',
  kept: 'Übernommen.',
});
