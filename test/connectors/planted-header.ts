/** A line without what its quotes hold, delimiters among it. */
const unquoted = (line: string) => line.replaceAll(/"[^"]*"/g, 'x');

/** A column more at the end of the table that a text holds; undefined where it holds none. */
export function withColumn(text: string, name: string): string | undefined {
  const lines = text.split(/\r\n|\n|\r/);
  const cut = (line: string, delimiter: string) => unquoted(line).split(delimiter).length;
  const widest = (delimiter: string) => Math.max(...lines.map((line) => cut(line, delimiter)));
  const first = (delimiter: string) => cut(lines[0] ?? '', delimiter);
  const [delimiter = ','] = ['\t', ';', ','].sort(
    (one, other) => first(other) - first(one) || widest(other) - widest(one),
  );
  const widths = lines.map((line) => cut(line, delimiter));
  // A table begins with its header; what begins with a title or a few words about a meeting has it where it is widest.
  const filled = lines.map(
    (line) =>
      unquoted(line)
        .split(delimiter)
        .filter((cell) => cell.trim() !== '').length,
  );
  const header = filled[0]! > 3 ? 0 : filled.indexOf(Math.max(...filled));
  const width = widths[header]!;
  if (width < 2) return undefined;
  const added = (line: string, at: number) =>
    at < header || widths[at] !== width ? line : `${line}${delimiter}${name}`;
  return lines.map(added).join('\n');
}
