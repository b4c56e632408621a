import type { Connector, Extracted } from '@kith/etl/connector.ts';

import { given, inputOf } from './given.ts';

/** Enough for several chunks: a load is cut off between them. */
export const many: readonly Extracted[] = Array.from({ length: 70_000 }, (_, n) => ({
  record: {
    type: 'activity' as const,
    key: `activity-${n}`,
    person: `person-${n % 500}`,
    course: `course-${n % 3}`,
    verb: 'viewed' as const,
    object: `page-${n % 97}`,
    at: new Date(Date.UTC(2026, 2, 2) + n * 30_000).toISOString(),
  },
  ref: { file: 'given.ndjson', line: n + 1 },
}));

export const manyInput = () => inputOf(many);

/** Reads like `given`, and stops at the last item until told to go on. */
export const pausing = (atLast: () => Promise<unknown>): Connector => ({
  ...given,
  async *extract(input) {
    let read = 0;
    for await (const item of given.extract(input)) {
      read += 1;
      if (read === many.length) await atLast();
      yield item;
    }
  },
});
