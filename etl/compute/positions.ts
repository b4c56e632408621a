import { layoutCrowd } from './layout-crowd.ts';
import { layoutStep, type Bonds, type Layout } from './layout-step.ts';
import type { Contacts } from './signals/contact.ts';

/** Places of people on the picture, -1..1 each way, by person id; the circle is filled in by circles-drawn.ts. */
export type Positions = Readonly<Record<string, readonly [x: number, y: number, circle?: number]>>;

/**
 * Places everyone who has any contact, starting from last week's places, so that the picture stays still from week to
 * week and a learner can be found again. People without contact have no place: they stand in a row of their own.
 */
export function placePeople(peers: readonly number[], contacts: Contacts, before: Positions): Positions {
  const { people, ...bonds } = bondsAmong(peers, contacts);
  if (people.length === 0) return {};
  const layout = startingAt(people.map((person) => before[String(person)] ?? startOf(person)));
  for (let bond = 0; bond < bonds.weight.length; bond++) {
    // A node is as heavy as what binds it.
    layout.mass[bonds.from[bond]!]! += bonds.strength[bond]!;
    layout.mass[bonds.to[bond]!]! += bonds.strength[bond]!;
  }
  const known = people.filter((person) => String(person) in before).length;
  // From last week's places a few steps are enough, and keep the picture stiller than many.
  const steps = known * 2 > people.length ? 15 : 100;
  const forces = { gravity: 0.05, scalingRatio: 10, slowDown: 1 + Math.log(people.length) };
  if (people.length > crowd) layoutCrowd(layout, bonds, forces, steps);
  else for (let step = 0; step < steps; step++) layoutStep(layout, bonds, forces);
  return fit(people, layout);
}

/** Of more, not everybody pushes everybody any more, but regions do (Barnes-Hut). */
const crowd = 2000;

function startingAt(points: readonly Positions[string][]): Layout {
  const zeros = () => new Float32Array(points.length);
  return {
    x: Float32Array.from(points, ([x]) => x),
    y: Float32Array.from(points, ([, y]) => y),
    dx: zeros(),
    dy: zeros(),
    mass: zeros().fill(1),
    convergence: zeros().fill(1),
  };
}

/** What binds each two of those who have any contact: all kinds and both ways together. `from`, `to`: places in `people`. */
interface Bound extends Bonds {
  readonly people: readonly number[];
  /** `weight` in full. */
  readonly strength: Float64Array;
}

function bondsAmong(peers: readonly number[], contacts: Contacts): Bound {
  const order = new Map(peers.map((person, place) => [person, place]));
  const bondOf = new Map<number, number>();
  const pairs: number[] = [];
  const strength: number[] = [];
  const tied = new Uint8Array(peers.length);
  for (const rows of [contacts.given, contacts.together]) {
    for (const [one, row] of rows) {
      const from = order.get(one);
      if (from === undefined) continue;
      for (const [other, weight] of row) {
        const to = order.get(other);
        if (to === undefined || to === from) continue;
        const pair = Math.min(from, to) * peers.length + Math.max(from, to);
        const bond = bondOf.get(pair);
        if (bond === undefined) {
          bondOf.set(pair, strength.length);
          pairs.push(from, to);
          strength.push(weight);
          tied[from] = tied[to] = 1;
        } else strength[bond]! += weight;
      }
    }
  }
  const places = new Uint32Array(peers.length);
  const people = peers.filter((_, place) => tied[place] === 1);
  for (let place = 0, free = 0; place < peers.length; place++) if (tied[place] === 1) places[place] = free++;
  const end = (which: 0 | 1) => Uint32Array.from(strength, (_, bond) => places[pairs[2 * bond + which]!]!);
  return {
    people,
    from: end(0),
    to: end(1),
    weight: Float32Array.from(strength),
    strength: Float64Array.from(strength),
  };
}

/** Scales to -1..1, rounded: a place needs no more than three digits. */
function fit(people: readonly number[], { x, y }: Layout): Positions {
  const points = people.map((_, place) => [x[place]!, y[place]!] as const);
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
