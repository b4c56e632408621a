/** The language of the messages. A second catalogue makes this a choice. */
const language = 'en';

/**
 * The language of the page with the region of the reader, so that "3.4" and "12 Oct" stand as they are used to.
 *
 *     localeOf('de-AT,de;q=0.9,en;q=0.8')  // en-AT
 *     localeOf('pt')                       // en-BR, by CLDR's likely region
 *     localeOf(null)                       // en
 */
export function localeOf(acceptLanguage: string | null): string {
  const first = acceptLanguage?.split(',')[0]?.split(';')[0]?.trim();
  if (first === undefined || first === '' || first === '*') return language;
  try {
    const region = new Intl.Locale(first).maximize().region;
    return region === undefined ? language : new Intl.Locale(language, { region }).toString();
  } catch {
    return language; // a header nobody can read is no reason for an error page
  }
}
