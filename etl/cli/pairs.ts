import { cellText, valueIn, type Row } from './table.ts';

/** One thing as lines of name and value. Long values go on below themselves; text of several lines, such as SQL, stays as it is. */
export function pairs(thing: Row, names: Readonly<Record<string, string>>, width: number): string {
  const longest = Math.max(0, ...Object.values(names).map((name) => name.length));
  const room = Math.max(20, width - longest - 2);
  return Object.entries(names)
    .map(([key, name]) => {
      const value = valueIn(thing, key);
      const isText = typeof value === 'string' && value.trimEnd().includes('\n');
      const lines = isText ? value.trimEnd().split('\n') : wrapped(cellText(value), room);
      return `${name.padEnd(longest)}  ${lines.join(`\n${' '.repeat(longest + 2)}`)}`.trimEnd() + '\n';
    })
    .join('');
}

function wrapped(text: string, room: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
