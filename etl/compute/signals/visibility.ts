import type { Connection } from '../facts/connections.ts';
import type { CourseFacts } from '../facts/course-facts.ts';
import { sources, type Source, type Visibility, type VisibilityBySource } from '../../score/visibility.ts';

/** What decides the states of one learner at T, besides the sources themselves. */
export interface Standing {
  readonly personId: number;
  readonly optedOut: boolean;
  readonly enrolled: boolean;
  /** Live sessions were within reach in the last 28 days. */
  readonly sessionsReachable: boolean;
  readonly inAnyGroup: boolean;
}

/** The states of §1.6 for every source. "No data" is never "zero": only true_zero is. */
export function visibilityOf(standing: Standing, facts: CourseFacts, asOf: number): VisibilityBySource {
  return Object.fromEntries(
    sources.map((source) => [source, stateOf(source, standing, facts.connections[source], asOf)]),
  ) as unknown as VisibilityBySource;
}

function stateOf(source: Source, standing: Standing, connection: Connection, asOf: number): Visibility {
  if (standing.optedOut) return 'opted_out';
  if (!standing.enrolled) return 'not_yet_enrolled';
  if (!isConnected(connection, asOf)) return 'not_connected';
  if (!isMatched(standing.personId, connection, asOf)) return 'not_matched';
  if ((connection.firstAt.get(standing.personId) ?? Infinity) < asOf) {
    // Someone who came to sessions before and had none lately has no opportunity now, not evidence.
    return source === 'live' && !standing.sessionsReachable ? 'no_opportunity' : 'present';
  }
  if (source === 'live' && !standing.sessionsReachable) return 'no_opportunity';
  if (source === 'group' && !standing.inAnyGroup) return 'no_opportunity';
  return 'true_zero';
}

export const isConnected = ({ since }: Connection, asOf: number): boolean => since !== null && since < asOf;

export const isMatched = (personId: number, { matched }: Connection, asOf: number): boolean =>
  (matched.get(personId) ?? Infinity) < asOf;

/** Matched in no connected source at all: listed under "we cannot see these people", never scored. */
export const isUnseen = (personId: number, facts: CourseFacts, asOf: number): boolean =>
  firstSeen(personId, facts) >= asOf;

const seenSince = new WeakMap<CourseFacts, Map<number, number>>();

/** From when on a source is connected that knows the person; Infinity: never. Asked of everybody at every T. */
function firstSeen(personId: number, facts: CourseFacts): number {
  const known = seenSince.get(facts) ?? new Map<number, number>();
  seenSince.set(facts, known);
  let first = known.get(personId);
  if (first === undefined) {
    first = Math.min(
      ...sources.map((source) => {
        const { since, matched } = facts.connections[source];
        return Math.max(since ?? Infinity, matched.get(personId) ?? Infinity);
      }),
    );
    known.set(personId, first);
  }
  return first;
}
