/** Fixed sentences of one language by their English. `{}` stands for what is put in, in the order it comes. */
export type Phrases = Readonly<Record<string, string>>;

/**
 * A sentence in another language; one that has none stays as it is. What is put in is looked up, too.
 *
 *     phraseIn({ 'There is no such {}.': '{} gibt es nicht.', course: 'Den Kurs' }, 'There is no such course.')
 */
export function phraseIn(phrases: Phrases, english: string): string {
  const fixed = Object.hasOwn(phrases, english) ? phrases[english] : undefined;
  if (fixed !== undefined) return fixed;
  for (const [pattern, said] of Object.entries(phrases)) {
    const put = pattern.includes('{}') ? putInto(pattern.split('{}'), english) : undefined;
    if (put === undefined) continue;
    const words = put.map((one) => phraseIn(phrases, one));
    return said.split('{}').reduce((text, part, place) => text + (words[place - 1] ?? '') + part);
  }
  return english;
}

/** What stands between the fixed parts of a sentence; undefined: it is another sentence. */
function putInto([first = '', ...parts]: readonly string[], text: string): string[] | undefined {
  if (!text.startsWith(first)) return undefined;
  const found: string[] = [];
  let from = first.length;
  for (const [place, part] of parts.entries()) {
    const last = place === parts.length - 1;
    const at = last ? text.length - part.length : text.indexOf(part, from + 1);
    if (at <= from || !text.startsWith(part, at)) return undefined;
    found.push(text.slice(from, at));
    from = at + part.length;
  }
  return from === text.length ? found : undefined;
}
