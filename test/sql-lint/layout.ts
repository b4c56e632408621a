import { formatDialect, postgresql } from 'sql-formatter';

/**
 * sql-formatter knows Postgres's words, and is right about their case. Its layout is not Kith's: it breaks
 * `grant select, insert on …` over six lines, takes `distinct on (…)` for a function call, and indents CTEs that the
 * house style sets flush with a blank line between. So it decides the case of words here, and lines stay with their
 * author, who keeps to spaces in steps of two.
 */
export function withHouseLayout(text: string): string {
  const tidy = text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
  const same = withCaseOf(tidy, cased(tidy));
  return same.endsWith('\n') ? same : `${same}\n`;
}

/** Lines that no program can mend: what is wrong with each, by number from 1. */
export function crookedLines(text: string): { line: number; message: string }[] {
  return text.split('\n').flatMap((content, at) => {
    const indent = /^\s*/.exec(content)![0];
    if (indent.includes('\t')) return [{ line: at + 1, message: 'a tab: indent with two spaces' }];
    if (indent.length % 2 === 1) return [{ line: at + 1, message: 'an odd indent: steps of two spaces' }];
    return [];
  });
}

const cased = (text: string): string =>
  formatDialect(text, {
    dialect: postgresql,
    keywordCase: 'lower',
    dataTypeCase: 'lower',
    functionCase: 'lower',
    paramTypes: { numbered: ['$'] },
  });

/** The text with each letter in the case it has in `model`, which may differ in white space only. */
function withCaseOf(text: string, model: string): string {
  const letters = model.replace(/\s+/g, '');
  let at = 0;
  return text.replace(/\S/g, (letter) => {
    const wanted = letters[at++]!;
    if (wanted.toLowerCase() !== letter.toLowerCase())
      throw new Error(`sql-formatter changed more than white space near "${letters.slice(at - 1, at + 30)}".`);
    return wanted;
  });
}
