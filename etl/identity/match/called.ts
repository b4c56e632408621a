/** Words a meeting puts after a name, whatever its language of menus. */
const afterName = /\s*[([](?:guest|external|extern|unverified|gast|invit[ée]|invitado|ospite|host|me)[)\]]\s*$/iu;
/** `[Org]`, or `(Org)` of one word: an organisation or a number, not a second name. */
const bracketed = /\s*\[[^\]]*\]\s*/gu;

/** Letters; nobody is called by more, and the expressions above are made for as many. */
const longest = 300;

/**
 * The forms under which a written name is compared (reference/connectors §4 rule 2): NFC, one case, "Last, First" turned
 * round, without "(Guest)" and "[Org]"; of "Shown (Own Name)", as Zoom writes it, both. A single word says too little.
 *
 *     namesIn('Silva, Ana (Guest)')  // ['ana silva']
 */
export function namesIn(written: string): string[] {
  if (written.length > longest) return [];
  let text = written
    .normalize('NFC')
    .replaceAll(/[\u00A0\u202F\s]+/gu, ' ')
    .trim();
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(afterName, '').trim();
  }
  text = text.replaceAll(bracketed, ' ').trim();
  const [, shown, own] = /^(.+?)\s*\(([^()]+)\)$/u.exec(text) ?? [];
  const forms = shown === undefined || own === undefined ? [text] : [shown, own];
  return [...new Set(forms.map(plain).filter((name) => name.includes(' ')))];
}

function plain(name: string): string {
  const [, last, first] = /^([^,]+),\s*([^,]+)$/u.exec(name) ?? [];
  return (last === undefined || first === undefined ? name : `${first} ${last}`).toLocaleLowerCase('en').trim();
}
