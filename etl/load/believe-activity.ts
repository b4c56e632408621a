import { activityVerbs } from '../records/activity.ts';
import type { RecordInput, RecordOf } from '../records/record.ts';
import { isCount, isCountOrNone, isInstant, isKey, isKeyOrNone, isSecondsOrNone, isTextOrNone } from './plain.ts';

type ActivityInput = Extract<RecordInput, { type: 'activity' }>;
type Activity = RecordOf<'activity'>;

/** The place of a verb in the list is its id in core.verb, from 1. */
export const verbIds: ReadonlyMap<string, number> = new Map(activityVerbs.map((verb, index) => [verb, index + 1]));

/** A plain activity as the schema would give it. Undefined: ask the schema. */
export function plainActivity(record: ActivityInput): Activity | undefined {
  const { count = 1, clicks, durationSeconds } = record;
  const plain =
    record.deleted === undefined &&
    record.observedAt === undefined &&
    isKey(record.key) &&
    isKey(record.person) &&
    verbIds.has(record.verb) &&
    isInstant(record.at) &&
    isKeyOrNone(record.course) &&
    isKeyOrNone(record.object) &&
    isKeyOrNone(record.session) &&
    isTextOrNone(record.objectType) &&
    isTextOrNone(record.verbRaw) &&
    isCount(count) &&
    isCountOrNone(clicks) &&
    isSecondsOrNone(durationSeconds);
  return plain ? { ...record, count } : undefined;
}
