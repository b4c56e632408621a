/** One wording of an xAPI language map: English where there is one, else the first. Undefined: none, or blank. */
export function words(map: Readonly<Record<string, string>> | undefined): string | undefined {
  if (!map) return undefined;
  const language = Object.keys(map).find((tag) => /^en\b/i.test(tag)) ?? Object.keys(map)[0];
  const wording = language === undefined ? '' : (map[language]?.trim() ?? '');
  return wording === '' ? undefined : wording;
}
