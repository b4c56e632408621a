import type { Indicator } from '../indicator.ts';
import { indicators } from '../indicators/index.ts';
import { docstrings } from './docstrings.ts';
import { code, list, plain, table } from './markdown.ts';

const docs = docstrings(new URL('../indicator.ts', import.meta.url));
const all: readonly Indicator[] = indicators;

/** Every indicator of the registry. */
export const indicatorsPart = (): string =>
  [
    '## Indicators',
    list([
      `Themes: ${plain(docs.get('Theme') ?? '')}`,
      `Constructs: ${plain(docs.get('Construct') ?? '')}`,
      `Roles: ${plain(docs.get('Role') ?? '')}`,
    ]),
    table(
      ['indicator', 'title', 'of', 'unit', 'role'],
      all.map(({ id, title, of, unit, roles }) => [
        `[${code(id)}](#${id})`,
        plain(title),
        of,
        plain(unit),
        roles.join(', '),
      ]),
    ),
    ...all.map(section),
  ].join('\n\n');

function section(indicator: Indicator): string {
  const { id, title, question, unit, better, needs, minimum, sentence, themes, constructs, formula, source } =
    indicator;
  return [
    `### ${id}`,
    `**${plain(title)}.** ${plain(question)}`,
    plain(formula),
    list([
      `Unit: ${plain(unit)}, ${rangeOf(indicator)}; ${better === 'neither' ? 'neither high nor low is better' : `${better} is better`}`,
      `Needs: ${needs.join(' or ')}; ${plain(minimum)}`,
      `Said as: ${plain(sentence)}`,
      `Theme and construct: ${[...themes, ...constructs].join(', ')}`,
      `Who says so: ${plain(source)} (${indicator.catalogue} of the catalogue)`,
      ...indicator.pitfalls.map((pitfall) => `Pitfall: ${plain(pitfall)}`),
      `Version: ${indicator.version}`,
    ]),
  ].join('\n\n');
}

function rangeOf({ range: [low, high] }: Indicator): string {
  if (low === null && high === null) return 'any value';
  if (high === null) return `from ${String(low)}`;
  return low === null ? `up to ${high}` : `${low} to ${high}`;
}
