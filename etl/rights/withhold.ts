import type { CanonicalRecord, RecordType } from '../records/record.ts';
import type { IsErased } from './erased.ts';

/** Whose records a load leaves out: by the key of a person in the source; undefined where it is nobody. */
export interface LeftOut {
  /** They were erased. */
  readonly erased: IsErased | undefined;
  /** They do not want this source read. Who they are and which course they are in is known all the same. */
  readonly withheld: IsErased | undefined;
}

/** What stays of people who do not want a source read: that they are there, and what they said. */
const stays: ReadonlySet<RecordType> = new Set(['person', 'enrolment', 'consent', 'declaration', 'relation']);

export const isLeftOut = ({ erased, withheld }: LeftOut): boolean => erased !== undefined || withheld !== undefined;

/** Said of rows that are left out; they are right, and need no mending. Undefined: the record is taken. */
export function whyLeftOut(record: CanonicalRecord, { erased, withheld }: LeftOut): string | undefined {
  if (erased !== undefined && subjectsOf(record).some(erased)) return 'about somebody who was erased';
  if (withheld === undefined || stays.has(record.type) || !subjectsOf(record).some(withheld)) return undefined;
  return 'about somebody who does not want this source read';
}

/**
 * A record with the keys of people who are left out taken out of it. A reply to a post that is gone stays, and answers
 * something unknown.
 */
export function withhold(record: CanonicalRecord, { erased, withheld }: LeftOut): CanonicalRecord {
  const gone: IsErased = (key) => erased?.(key) === true || withheld?.(key) === true;
  switch (record.type) {
    case 'award':
      return gone(record.by) ? { ...record, by: undefined } : record;
    case 'session':
      return gone(record.host) ? { ...record, host: undefined } : record;
    case 'post':
      return {
        ...record,
        addressee: gone(record.addressee) ? undefined : record.addressee,
        coAuthors: record.coAuthors.filter((key) => !gone(key)),
        mentions: record.mentions.filter((key) => !gone(key)),
      };
    default:
      return record;
  }
}

/** Keys of the people a record is about. The others it only names. */
function subjectsOf(record: CanonicalRecord): readonly (string | undefined)[] {
  switch (record.type) {
    case 'person':
      return [record.key];
    case 'post':
      return [record.author];
    case 'feedback':
      return [record.giver, record.receiver];
    case 'mentorship':
      return [record.mentor, record.mentee];
    case 'relation':
      return [record.observer, record.learner];
    case 'course':
    case 'group':
    case 'session':
    case 'space':
    case 'term':
    case 'unit':
      return [];
    default:
      return [record.person];
  }
}
