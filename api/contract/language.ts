import { z } from 'zod';

/** What Kith speaks. */
export const languages = ['en', 'de'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

const spoken = (tag: string): Language | undefined =>
  languages.find((language) => language === tag.split('-', 1)[0]?.toLowerCase());

/**
 * The language for a reader: what they have chosen, else the first of their browser's that Kith speaks, else English.
 *
 *     languageOf(null, 'fr;q=0.9, de-AT;q=0.8, en;q=0.7')  // de
 *     languageOf('en', 'de')                               // en
 */
export function languageOf(chosen: Language | null, acceptLanguage: string | null | undefined): Language {
  if (chosen !== null) return chosen;
  const wished = (acceptLanguage ?? '')
    .replaceAll(/\s/g, '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.split(';q=');
      return { language: spoken(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0) // q=0 says "not this one"
    .sort((one, other) => other.quality - one.quality);
  return wished.find(({ language }) => language !== undefined)?.language ?? 'en';
}
