import type { Edge, Node, TieKindName } from '../../api/types.ts';

/** All ties between two people as one line. */
export interface Line {
  readonly key: string;
  readonly a: Node;
  readonly b: Node;
  /** Reply equivalents, over all kinds and both directions. */
  readonly strength: number;
  /** Days since the latest of them. */
  readonly ageDays: number;
}

/** The picture: lines between placed people, and the isolates apart. */
export interface Drawing {
  readonly lines: readonly Line[];
  readonly connected: readonly Node[];
  readonly isolates: readonly Node[];
}

/** Merges the ties of each pair and sets the isolates apart. A tie to somebody who is not drawn is left out. */
export function drawingOf(nodes: readonly Node[], edges: readonly Edge[]): Drawing {
  const byId = new Map(nodes.map((node) => [node.personId, node]));
  const pairs = Map.groupBy(edges, ({ source, target }) => pairKey(source, target));
  const lines = [...pairs].flatMap(([key, ties]) => {
    const first = ties[0];
    const a = first && byId.get(first.source);
    const b = first && byId.get(first.target);
    if (a === undefined || b === undefined) return [];
    const strength = ties.reduce((sum, tie) => sum + tie.strength, 0);
    return [{ key, a, b, strength, ageDays: Math.min(...ties.map(({ ageDays }) => ageDays)) }];
  });
  return {
    lines,
    connected: nodes.filter(({ isolate }) => !isolate),
    isolates: nodes.filter(({ isolate }) => isolate),
  };
}

/** A circle of the picture, and how many of those who are drawn stand in it. */
export interface Circle {
  readonly circle: number;
  readonly size: number;
}

/** The circles of those who are drawn, the largest first. */
export const circlesOf = (nodes: readonly Node[]): Circle[] =>
  [...Map.groupBy(nodes, ({ circle }) => circle)]
    .flatMap(([circle, members]) => (circle === null ? [] : [{ circle, size: members.length }]))
    .sort((one, other) => one.circle - other.circle);

const pairKey = (one: number, other: number) => (one < other ? `${one}-${other}` : `${other}-${one}`);

/** A neighbour of the chosen person, with what ties them, strongest first. */
export interface Neighbour {
  readonly node: Node;
  readonly strength: number;
  readonly ageDays: number;
  readonly kinds: readonly TieKindName[];
}

export function neighboursOf(personId: number, nodes: readonly Node[], edges: readonly Edge[]): Neighbour[] {
  const byId = new Map(nodes.map((node) => [node.personId, node]));
  const mine = edges.filter(({ source, target }) => source === personId || target === personId);
  return [...Map.groupBy(mine, ({ source, target }) => (source === personId ? target : source))]
    .flatMap(([other, ties]) => {
      const node = byId.get(other);
      if (node === undefined) return [];
      return [
        {
          node,
          strength: ties.reduce((sum, tie) => sum + tie.strength, 0),
          ageDays: Math.min(...ties.map(({ ageDays }) => ageDays)),
          kinds: [...new Set(ties.map(({ kind }) => kind))],
        },
      ];
    })
    .sort((one, two) => two.strength - one.strength);
}
