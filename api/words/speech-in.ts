import type { Language } from '../contract/language.ts';
import { inGerman } from './in-german.ts';
import type { Speech } from './speech.ts';

/** English is what is stored and registered: it is handed on as it stands. */
const inEnglish: Speech = {
  error: (english) => english,
  happening: (english) => english,
  load: (english) => english,
  refusal: () => undefined,
  reason: ({ sentence }) => sentence,
  change: ({ sentence }) => sentence,
  hidden: ({ sentence }) => sentence,
  visibility: (_source, _visibility, english) => english,
  measure: () => undefined,
  method: (entry) => entry,
  health: (health) => health,
  courseWeek: (week) => week,
  network: (picture) => picture,
};

const speeches: Readonly<Record<Language, Speech>> = { en: inEnglish, de: inGerman };

export const speechIn = (language: Language): Speech => speeches[language];
