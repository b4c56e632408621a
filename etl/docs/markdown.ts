/** The pieces a reference page is made of. Blocks are joined with empty lines by {@link page}. */

/** A cell or a line of prose: nothing in it is markup, and a table stays a table. */
export const plain = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').trim().replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*');

export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Cells are Markdown already. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A whole file, with the note that nobody writes it by hand. */
export function page(title: string, ...blocks: readonly string[]): string {
  const note = '<!-- Written by `npm run docs` from the code. Change the code, not this file. -->';
  return `${[note, `# ${title}`, ...blocks].filter((block) => block !== '').join('\n\n')}\n`;
}
