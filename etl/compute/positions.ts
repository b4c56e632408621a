import { UndirectedGraph } from 'graphology';
import layout from 'graphology-layout-forceatlas2';
import type { Contacts } from './signals/contact.ts';

// Its types describe an ES module, its code is CommonJS: what is imported is the function itself.
const forceAtlas2 = layout as unknown as typeof layout.default;

/** Places of people on the picture, -1..1 each way, by person id; the circle is filled in by circles-drawn.ts. */
export type Positions = Readonly<Record<string, readonly [x: number, y: number, circle?: number]>>;

/**
 * Places everyone who has any contact, starting from last week's places, so that the picture stays still from week to
 * week and a learner can be found again. People without contact have no place: they stand in a row of their own.
 */
export function placePeople(peers: readonly number[], contacts: Contacts, before: Positions): Positions {
  const graph = new UndirectedGraph<{ x: number; y: number }, { weight: number }>();
  for (const person of peers) {
    const [x, y] = before[String(person)] ?? startOf(person);
    graph.addNode(String(person), { x, y });
  }
  for (const pairs of [contacts.given, contacts.together]) {
    for (const [from, row] of pairs) {
      for (const [to, weight] of row) {
        if (from === to || !graph.hasNode(from) || !graph.hasNode(to)) continue;
        graph.updateEdge(String(from), String(to), (edge) => ({ weight: (edge.weight ?? 0) + weight }));
      }
    }
  }
  graph
    .filterNodes((person) => graph.degree(person) === 0)
    .forEach((person) => {
      graph.dropNode(person);
    });
  if (graph.order === 0) return {};
  const known = graph.nodes().filter((person) => person in before).length;
  const placed = forceAtlas2(graph, {
    // From last week's places a few steps are enough, and keep the picture stiller than many.
    iterations: known * 2 > graph.order ? 15 : 200,
    getEdgeWeight: 'weight',
    settings: { ...forceAtlas2.inferSettings(graph), adjustSizes: false, strongGravityMode: true, gravity: 0.05 },
  });
  return fit(placed);
}

/** Scales to -1..1, rounded: a place needs no more than three digits. */
function fit(placed: Readonly<Record<string, { x: number; y: number }>>): Positions {
  const points = Object.entries(placed);
  const reach = Math.max(1e-9, ...points.flatMap(([, { x, y }]) => [Math.abs(x), Math.abs(y)]));
  return Object.fromEntries(
    points.map(([person, { x, y }]) => [person, [round(x / reach), round(y / reach)] as const]),
  );
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A newcomer starts on a spiral, at a place that depends on nothing but their id. */
function startOf(person: number): readonly [number, number] {
  const angle = person * 2.399963229728653;
  const radius = 0.2 + 0.8 * ((person * 0.6180339887498949) % 1);
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
