import type { CanonicalRecord, RecordType } from '../records/record.ts';

/** What the loader must know of any record beside its content. */
export interface Meaning {
  /** Keys of the people it names. */
  readonly persons: readonly (string | undefined)[];
  /** A person or enrolment record: whom it names is in the roster, not only seen. */
  readonly roster?: boolean;
  /** The record whose course it takes where it names none. */
  readonly parent?: { readonly type: RecordType; readonly key: string | undefined };
  /** When it happened, or from when it holds. */
  readonly occurredAt?: string | undefined;
  /** An instant that must be plausible; intervals may be open, or reach back before computers. */
  readonly event?: boolean;
}

export function meaningOf(record: CanonicalRecord): Meaning {
  switch (record.type) {
    case 'activity':
      return { persons: [record.person], occurredAt: record.at, event: true };
    case 'award':
      return { persons: [record.person, record.by], occurredAt: record.at, event: true };
    case 'consent':
      return { persons: [record.person], occurredAt: record.at, event: true };
    case 'course':
    case 'term':
    case 'unit':
      return { persons: [] };
    case 'declaration':
      return { persons: [record.person], occurredAt: record.from };
    case 'enrolment':
      return { persons: [record.person], roster: true, occurredAt: record.from };
    case 'feedback':
      return {
        persons: [record.giver, record.receiver],
        occurredAt: record.givenAt ?? record.allottedAt,
        event: true,
      };
    case 'group':
      return { persons: [], occurredAt: record.from };
    case 'membership':
      return { persons: [record.person], parent: { type: 'group', key: record.group }, occurredAt: record.from };
    case 'mentorship':
      return { persons: [record.mentor, record.mentee], occurredAt: record.from };
    case 'outcome':
      return { persons: [record.person], occurredAt: record.at, event: true };
    case 'person':
      return { persons: [record.key], roster: true };
    case 'post':
      return {
        persons: [record.author, record.addressee, ...record.coAuthors, ...record.mentions],
        parent: { type: 'space', key: record.space },
        occurredAt: record.createdAt,
        event: true,
      };
    case 'presence':
      return {
        persons: [record.person],
        parent: { type: 'session', key: record.session },
        occurredAt: record.joinAt,
        event: true,
      };
    case 'reaction':
      return {
        persons: [record.person],
        parent: { type: 'post', key: record.post },
        occurredAt: record.at,
        event: true,
      };
    case 'relation':
      return { persons: [record.observer, record.learner], occurredAt: record.from };
    case 'session':
      return {
        persons: [record.host],
        parent: { type: 'session', key: record.parent },
        occurredAt: record.startsAt,
        event: true,
      };
    case 'space':
      return { persons: [], parent: { type: 'space', key: record.parent } };
    case 'survey_response':
      return { persons: [record.person], occurredAt: record.answeredAt, event: true };
  }
}
