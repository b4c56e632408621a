/**
 * The language of the page with the region of the reader, so that "3.4" and "12 Oct" stand as they are used to. A region
 * that speaks the language comes before the region of the browser's first wish.
 *
 *     localeOf('en', 'de-AT,de;q=0.9,en;q=0.8')  // en-AT
 *     localeOf('de', 'en-US,de-CH;q=0.5')        // de-CH
 *     localeOf('en', 'pt')                       // en-BR, by CLDR's likely region
 *     localeOf('de', null)                       // de
 */
export function localeOf(language: string, acceptLanguage: string | null): string {
  const tags = (acceptLanguage ?? '').split(',').map((part) => part.split(';', 1)[0]?.trim() ?? '');
  const own = tags.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
  const region = regionOf(own ?? tags[0] ?? '');
  return region === undefined ? language : new Intl.Locale(language, { region }).toString();
}

function regionOf(tag: string): string | undefined {
  if (tag === '' || tag === '*') return undefined;
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    return undefined; // a header nobody can read is no reason for an error page
  }
}
