import type { Language } from '../../print/document.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { ReportWords } from './words.ts';

/** Words, numbers and days of a language. */
export interface Speech {
  readonly language: Language;
  readonly words: ReportWords;
  /** To that many decimals; without a digit more than it has. */
  readonly number: (value: number, decimals?: number) => string;
  /** 0..1, to whole per cent. */
  readonly share: (value: number) => string;
  /** A day YYYY-MM-DD or an instant, in words. */
  readonly day: (day: string | Date) => string;
}

const inWords: Readonly<Record<Language, ReportWords>> = { de, en };
const regions: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

export function speechOf(language: Language): Speech {
  const region = regions[language];
  const days = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' });
  const shares = new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 0 });
  return {
    language,
    words: inWords[language],
    number: (value, decimals = 0) =>
      new Intl.NumberFormat(region, { maximumFractionDigits: decimals }).format(value).replace('-', '−'),
    share: (value) => shares.format(value),
    day: (day) => days.format(typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : day),
  };
}
