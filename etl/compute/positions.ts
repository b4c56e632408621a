import defaults from 'graphology-layout-forceatlas2/defaults.js';
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { Contacts } from './signals/contact.ts';

/** Places of people on the picture, -1..1 each way, by person id; the circle is filled in by circles-drawn.ts. */
export type Positions = Readonly<Record<string, readonly [x: number, y: number, circle?: number]>>;

/**
 * Places everyone who has any contact, starting from last week's places, so that the picture stays still from week to
 * week and a learner can be found again. People without contact have no place: they stand in a row of their own.
 */
export function placePeople(peers: readonly number[], contacts: Contacts, before: Positions): Positions {
  const links = linksOf(peers, contacts);
  const people = peers.filter((person) => links.tied.has(person));
  if (people.length === 0) return {};
  const places = new Map(people.map((person, place) => [person, place * nodeWidth]));
  const nodes = new Float32Array(people.length * nodeWidth);
  for (const [place, person] of people.entries()) {
    const [x, y] = before[String(person)] ?? startOf(person);
    nodes.set([x, y, 0, 0, 0, 0, 1, 1, 1, 0], place * nodeWidth);
  }
  const edges = new Float32Array(links.weights.size * edgeWidth);
  let at = 0;
  for (const { one, other, weight } of links.weights.values()) {
    const [from, to] = [places.get(one)!, places.get(other)!];
    // A node is as heavy as what binds it.
    nodes[from + mass]! += weight;
    nodes[to + mass]! += weight;
    edges.set([from, to, weight], at);
    at += edgeWidth;
  }
  const settings = { ...defaults, ...settingsFor(people.length) };
  const known = people.filter((person) => String(person) in before).length;
  // From last week's places a few steps are enough, and keep the picture stiller than many.
  for (let step = known * 2 > people.length ? 15 : 200; step > 0; step--) iterate(settings, nodes, edges);
  return fit(people, nodes);
}

/** ForceAtlas2 works on rows of numbers: x, y, four of movement, mass, convergence, size, fixed; and from, to, weight. */
const [nodeWidth, edgeWidth, mass] = [10, 3, 6];

/** As graphology-layout-forceatlas2 infers them from the number of nodes. */
const settingsFor = (order: number) => ({
  barnesHutOptimize: order > 2000,
  strongGravityMode: true,
  gravity: 0.05,
  scalingRatio: 10,
  slowDown: 1 + Math.log(order),
});

interface Link {
  readonly one: number;
  readonly other: number;
  weight: number;
}

/** What binds each two of the class, all kinds and both ways together, and who is bound to anybody. */
function linksOf(peers: readonly number[], contacts: Contacts) {
  const order = new Map(peers.map((person, place) => [person, place]));
  const weights = new Map<number, Link>();
  const tied = new Set<number>();
  for (const pairs of [contacts.given, contacts.together]) {
    for (const [one, row] of pairs) {
      const from = order.get(one);
      if (from === undefined) continue;
      for (const [other, weight] of row) {
        const to = order.get(other);
        if (to === undefined || to === from) continue;
        const pair = Math.min(from, to) * peers.length + Math.max(from, to);
        const link = weights.get(pair);
        if (link === undefined) weights.set(pair, { one, other, weight });
        else link.weight += weight;
        tied.add(one).add(other);
      }
    }
  }
  return { weights, tied };
}

/** Scales to -1..1, rounded: a place needs no more than three digits. */
function fit(people: readonly number[], nodes: Float32Array): Positions {
  const points = people.map((_, place) => [nodes[place * nodeWidth]!, nodes[place * nodeWidth + 1]!] as const);
  const reach = Math.max(1e-9, ...points.flat().map(Math.abs));
  return Object.fromEntries(
    points.map(([x, y], place) => [String(people[place]), [round(x / reach), round(y / reach)] as const]),
  );
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A newcomer starts on a spiral, at a place that depends on nothing but their id. */
function startOf(person: number): readonly [number, number] {
  const angle = person * 2.399963229728653;
  const radius = 0.2 + 0.8 * ((person * 0.6180339887498949) % 1);
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
