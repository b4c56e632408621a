/** What stands for the options of the command line on a page. */
export interface PageWords {
  /** "choose the order of the dates below". */
  readonly chooseOrder: string;
  readonly chooseZone: string;
}

/**
 * A sentence of a connector or a load as a page says it. They speak of the command line, where most of them are read:
 * its options are named by what the page has instead, and whole commands are left out.
 *
 *     inPageWords('10 rows were refused. Read them with "kith rejects 3".', words)  // '10 rows were refused.'
 */
export function inPageWords(text: string, { chooseOrder, chooseZone }: PageWords): string {
  const said = text
    .split(/(?<=[.!?]) (?=["A-Z])/)
    .filter((sentence) => !/"kith [a-z]|\bkith [a-z]+ [<a-z]/.test(sentence))
    .join(' ')
    .replaceAll(/(say|with|try) --date-order(( |, | or |, or )(dmy|mdy|ymd|ydm))*/gi, chooseOrder)
    .replaceAll(/(say|with) --timezone( <?[\w/]+>?)?/gi, chooseZone)
    .replaceAll(/,? or say --option [\w-]+=\S+?(?=\.?(\s|$))/gi, '');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
