import { bandsColumns } from '../reports/bands.ts';
import { healthColumns } from '../reports/health.ts';
import type { ExportTable } from '../exports/export-table.ts';
import { contents, type Content } from '../exports/tables/index.ts';
import { code, page, plain, table } from './markdown.ts';

/** docs/reference/exports.md: the data dictionary, every column of every export. */
export const exportsPage = (): string =>
  page(
    'Exports',
    'The data dictionary: what is exported, and what every column means. The same words are in the manifest beside the files.',
    '## Aggregate tables',
    'They tell of nobody: small cells, and those from which they could be found, say `suppressed`; a zero is a zero ' +
      '([ADR 82](../adr/0082-one-pattern-of-what-is-left-out.md)).',
    ...Object.entries({ bands: bandsColumns, health: healthColumns }).flatMap(([name, columns]) => [
      `### ${name}`,
      table(
        ['column', 'meaning'],
        Object.entries(columns).map(([column, about]) => [code(column), plain(about)]),
      ),
    ]),
    '## Research exports',
    'Pseudonymised personal data: a researcher asks with a purpose, a steward approves with an end ' +
      '([ADR 140](../adr/0140-microdata-is-personal-data.md)). Any cell may be empty: it cannot be known, or is left out. ' +
      'As CSV, JSON, XLSX or Parquet; a network as GraphML. [From an export to a figure](../from-export-to-figure.md) shows how to read one.',
    ...(Object.keys(contents) as Content[]).flatMap((content) => [
      `### ${content}`,
      content === 'network'
        ? 'One GraphML file of nodes and edges; a node’s id is `course.person`, so that each course is a component of its own.'
        : '',
      ...contents[content].flatMap(tablePart),
    ]),
  );

const tablePart = ({ id, about, columns }: ExportTable): string[] => [
  `#### ${code(id)}`,
  plain(about),
  table(
    ['column', 'type', 'meaning'],
    columns.map(({ name, type, about: meaning }) => [code(name), type, plain(meaning)]),
  ),
];
