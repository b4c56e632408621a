import type { MappedSchema, MappedTable, Reader } from '@kith/sql/data-map.ts';

import { code, list, page, plain, table } from './markdown.ts';

/** docs/reference/schema.md: what is kept, what every column means, and who may read it. */
export const schemaPage = (schemas: readonly MappedSchema[]): string =>
  page(
    'Data map',
    'Read from a migrated database: its comments are the documentation. A login that is not named with a table ' +
      'cannot read it. "Some rows" are those that row-level security lets through for the person who is signed in.',
    table(
      ['schema', 'holds', 'tables'],
      schemas.map(({ name, comment, tables }) => [`[${code(name)}](#${name})`, plain(comment), String(tables.length)]),
    ),
    ...schemas.flatMap(section),
  );

function section({ name: schema, comment, tables, functions }: MappedSchema): string[] {
  return [
    `## ${schema}`,
    plain(comment),
    ...tables.map((each) => tableSection(schema, each)),
    ...(functions.length === 0
      ? []
      : [
          `### Functions of ${schema} that see more than who calls them`,
          table(
            ['function', 'does', 'called by'],
            functions.map(({ name, comment: does, callers }) => [
              code(`${schema}.${name}`),
              plain(does),
              callers.map(code).join(', ') || 'the owner only',
            ]),
          ),
        ]),
  ];
}

function tableSection(schema: string, { name, kind, comment, readers, writers, columns }: MappedTable): string {
  return [
    `### ${schema}.${name}${kind === 'view' ? ' (view)' : ''}`,
    plain(comment),
    list([
      `Read by: ${readers.map(readerOf).join(', ') || 'nobody but the owner'}`,
      ...(writers.length === 0 ? [] : [`Written by: ${writers.map(code).join(', ')}`]),
    ]),
    table(
      ['column', 'type', 'null', 'meaning'],
      columns.map(({ name: column, type, required, comment: meaning }) => [
        code(column),
        plain(type),
        required || kind === 'view' ? '' : 'may be',
        plain(meaning),
      ]),
    ),
  ].join('\n\n');
}

const readerOf = ({ login, rows }: Reader): string => `${code(login)} (${rows} rows)`;
