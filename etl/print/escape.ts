const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands between tags or in an attribute between double quotes. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => entities[letter]!);
