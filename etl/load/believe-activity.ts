import { activityVerbs } from '../records/activity.ts';
import type { RecordInput, RecordOf } from '../records/record.ts';

type ActivityInput = Extract<RecordInput, { type: 'activity' }>;
type Activity = RecordOf<'activity'>;

/** The place of a verb in the list is its id in core.verb, from 1. */
export const verbIds: ReadonlyMap<string, number> = new Map(activityVerbs.map((verb, index) => [verb, index + 1]));

/** In UTC and on a day that exists; 29 February is left to the schema. */
const plainInstant =
  /^(?:199\d|20\d\d)-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

/**
 * Activity is by far the most of all records, and a schema costs as much as the rest of its way in. This says yes to
 * the plain ones only; of any other the schema decides. Undefined: ask the schema.
 */
export function plainActivity(record: ActivityInput): Activity | undefined {
  const { count = 1, clicks, durationSeconds } = record;
  const plain =
    record.deleted === undefined &&
    record.observedAt === undefined &&
    isKey(record.key) &&
    isKey(record.person) &&
    verbIds.has(record.verb) &&
    plainInstant.test(record.at) &&
    isKeyOrNone(record.course) &&
    isKeyOrNone(record.object) &&
    isKeyOrNone(record.session) &&
    isTextOrNone(record.objectType) &&
    isTextOrNone(record.verbRaw) &&
    isCount(count) &&
    (clicks === undefined || isCount(clicks)) &&
    (durationSeconds === undefined || (durationSeconds >= 0 && durationSeconds <= 1e9));
  return plain ? { ...record, count } : undefined;
}

/** Shorter than any bound that counts bytes. */
const isKey = (text: string): boolean => text.length > 0 && text.length <= 500 && !text.includes('\0');
const isKeyOrNone = (text: string | undefined): boolean => text === undefined || isKey(text);
const isTextOrNone = (text: string | undefined): boolean => !text?.includes('\0');
const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= 2_147_483_647;
