import type { CanonicalRecord } from '../records/record.ts';

/**
 * A record without the people who were erased: nothing where it is about one of them, else the record with their keys
 * taken out. A reply to a post that is gone stays, and answers something unknown.
 *
 * @param erased whether the key of a person belongs to somebody who was erased
 */
export function withhold(
  record: CanonicalRecord,
  erased: (key: string | undefined) => boolean,
): CanonicalRecord | undefined {
  if (subjectsOf(record).some(erased)) return undefined;
  switch (record.type) {
    case 'award':
      return erased(record.by) ? { ...record, by: undefined } : record;
    case 'session':
      return erased(record.host) ? { ...record, host: undefined } : record;
    case 'post':
      return {
        ...record,
        addressee: erased(record.addressee) ? undefined : record.addressee,
        coAuthors: record.coAuthors.filter((key) => !erased(key)),
        mentions: record.mentions.filter((key) => !erased(key)),
      };
    default:
      return record;
  }
}

/** Keys of the people a record is about. The others it only names. */
export function subjectsOf(record: CanonicalRecord): readonly (string | undefined)[] {
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
