import type { Network } from '../../api/types.ts';

const nodeKeys = {
  staff: 'boolean',
  peers: 'int',
  circle: 'int',
  bridge: 'boolean',
  x: 'double',
  y: 'double',
} as const;
const edgeKeys = { kind: 'string', strength: 'double', events: 'int', ageDays: 'double' } as const;

/**
 * The network as GraphML, without names: people are the numbers of their pages. For Gephi, igraph or NetworkX.
 *
 * Brandes, U. et al. (2002). GraphML progress report. Graph Drawing, LNCS 2265, 501–512.
 */
export function graphmlOf({ nodes, edges }: Pick<Network, 'nodes' | 'edges'>): string {
  const keys = [...declared('node', nodeKeys), ...declared('edge', edgeKeys)];
  const people = nodes.map((node) => `<node id="${String(node.personId)}">${data(nodeKeys, node)}</node>`);
  const ties = edges.map(
    (edge, at) =>
      `<edge id="e${String(at)}" source="${String(edge.source)}" target="${String(edge.target)}" directed="${String(edge.directed)}">${data(edgeKeys, edge)}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph edgedefault="directed">',
    ...people,
    ...ties,
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

const declared = (domain: string, keys: Readonly<Record<string, string>>): string[] =>
  Object.entries(keys).map(
    ([name, type]) => `<key id="${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>`,
  );

/** Numbers, yes or no, and kinds of ties: nothing that would have to be escaped. What is null has no entry. */
const data = (keys: Readonly<Record<string, string>>, from: object): string => {
  const fields = new Map(Object.entries(from));
  return Object.keys(keys)
    .filter((name) => fields.get(name) !== null)
    .map((name) => `<data key="${name}">${String(fields.get(name))}</data>`)
    .join('');
};
