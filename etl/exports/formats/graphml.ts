import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cell, Column } from '../export-table.ts';
import { networkPeople, networkTies } from '../tables/network.ts';
import { xml } from './xml.ts';

/** One course's nodes and edges, each row by row. */
export interface CourseNetwork {
  readonly people: AsyncIterable<readonly Cell[]>;
  readonly ties: AsyncIterable<readonly Cell[]>;
}

/**
 * GraphML as Gephi, igraph and NetworkX read it: one graph, each course a component of its own. A person in two courses
 * is two nodes whose attribute `person` is the same.
 */
export const writeGraphml = (file: string, courses: Iterable<CourseNetwork>): Promise<void> =>
  pipeline(Readable.from(pieces(courses)), createWriteStream(file, { mode: 0o600 }));

const graphmlType = { text: 'string', integer: 'int', number: 'double', boolean: 'boolean' } as const;

const keys = (columns: readonly Column[], of: 'node' | 'edge'): string =>
  columns
    .map(
      ({ name, type }) =>
        `  <key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${graphmlType[type]}"/>\n`,
    )
    .join('');

async function* pieces(courses: Iterable<CourseNetwork>) {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  yield keys(networkPeople.columns, 'node') + keys(networkTies.columns, 'edge');
  yield '  <graph id="G" edgedefault="undirected">\n';
  for (const { people, ties } of courses) {
    for await (const row of people) yield element('node', `id="${nodeId(row[0], row[1])}"`, networkPeople.columns, row);
    for await (const row of ties) {
      const [course, from, to, , directed] = row;
      const ends = `source="${nodeId(course, from)}" target="${nodeId(course, to)}" directed="${String(directed)}"`;
      yield element('edge', ends, networkTies.columns, row);
    }
  }
  yield '  </graph>\n</graphml>\n';
}

const nodeId = (course: Cell | undefined, person: Cell | undefined): string => `${String(course)}.${String(person)}`;

function element(name: 'node' | 'edge', attributes: string, columns: readonly Column[], row: readonly Cell[]): string {
  const data = columns.map(({ name: column }, place) => {
    const value = row[place] ?? null;
    return value === null ? '' : `<data key="${name}_${column}">${xml(String(value))}</data>`;
  });
  return `    <${name} ${attributes}>${data.join('')}</${name}>\n`;
}
