import type { CourseFacts } from './facts/course-facts.ts';
import { sources, type Source } from '../score/visibility.ts';
import { isConnected, isMatched } from './signals/visibility.ts';

/** One kind of trace at T: what feeds it and how much of the class it can show. */
export interface SourceAt {
  readonly source: Source;
  readonly connected: boolean;
  /** Ids of the configured sources. */
  readonly from: readonly number[];
  /** Last event known, ms; null: none. It may lie after T. */
  readonly lastAt: number | null;
  /** Learners recognised in it up to T. */
  readonly seenLearners: number;
}

export function sourcesAt(facts: CourseFacts, peers: readonly number[], asOf: number): readonly SourceAt[] {
  return sources.map((source) => {
    const connection = facts.connections[source];
    const connected = isConnected(connection, asOf);
    return {
      source,
      connected,
      from: connection.from,
      lastAt: connection.lastAt,
      seenLearners: connected ? peers.filter((person) => isMatched(person, connection, asOf)).length : 0,
    };
  });
}
