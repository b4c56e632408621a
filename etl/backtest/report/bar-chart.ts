/** One bar with its whisker, both on 0..1. */
export interface Bar {
  readonly title: string;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

const [left, width, row] = [330, 340, 26];

/**
 * Horizontal bars on a scale of 0 to 1, as a whole SVG file that needs no style sheet. `mark` draws a line, such as what
 * chance would reach.
 */
export function barChart(caption: string, bars: readonly Bar[], mark?: number): string {
  const height = 44 + bars.length * row;
  const x = (value: number): number => Math.round((left + width * Math.min(1, Math.max(0, value))) * 10) / 10;
  const lines = bars.flatMap(({ title, value, low, high }, at) => {
    const y = 40 + at * row;
    return [
      `<text x="${left - 8}" y="${y + 12}" text-anchor="end">${escaped(title)}</text>`,
      `<rect x="${left}" y="${y}" width="${Math.round((x(value) - left) * 10) / 10}" height="16" fill="#5b6ee1"/>`,
      `<text x="${left + width + 8}" y="${y + 12}">${value.toFixed(2)}</text>`,
      ...(low === undefined || high === undefined
        ? []
        : [`<path d="M${x(low)} ${y + 8}H${x(high)}M${x(low)} ${y + 4}v8M${x(high)} ${y + 4}v8" stroke="#222"/>`]),
    ];
  });
  const marked =
    mark === undefined ? [] : [`<path d="M${x(mark)} 32V${height - 4}" stroke="#888" stroke-dasharray="3 3"/>`];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + width + 60}" height="${height}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(caption)}</title>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="8" y="18" font-weight="bold">${escaped(caption)}</text>`,
    ...marked,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
