import { z } from 'zod';
import type { Context, Extracted, RowRef } from '../../connector.ts';
import { believed } from '../../formats/json-export.ts';
import type { JsonRow } from '../../formats/json-rows.ts';
import { known } from '../../formats/known.ts';
import { noticed, toldNews } from '../../formats/news.ts';
import { keyOf } from '../../formats/natural-key.ts';
import type { RecordInput } from '../../records/record.ts';
import { Instant } from '../../records/values.ts';
import { earliest, latest, personOf } from './people.ts';

const Conference = known({ name: z.string(), startTime: Instant, endTime: Instant.optional() }, 'space expireTime');
const Named = noticed({ displayName: z.string().optional() });
const Participant = known({
  name: z.string(),
  earliestStartTime: Instant.optional(),
  latestEndTime: Instant.optional(),
  signedinUser: noticed({ displayName: z.string().optional(), user: z.string() }).optional(),
  anonymousUser: Named.optional(),
  phoneUser: Named.optional(),
});
const Stay = known({ name: z.string(), startTime: Instant, endTime: Instant.optional() });

const Answer = noticed({}, 'conferenceRecords participants participantSessions nextPageToken totalSize');

/** `conferenceRecords/c/participants/p/participantSessions/s`: everything names what it belongs to. */
const conferenceIn = (name: string) => name.split('/').slice(0, 2).join('/');
const participantIn = (name: string) => name.split('/').slice(0, 4).join('/');

/** Conferences, participants and stays lie in separate answers, so they are put together at the end. */
export class MeetConferences {
  readonly #conferences = new Map<string, { value: z.infer<typeof Conference>; ref: RowRef }>();
  readonly #participants: { value: z.infer<typeof Participant>; ref: RowRef }[] = [];
  readonly #stays: { value: z.infer<typeof Stay>; ref: RowRef }[] = [];

  *read(row: JsonRow, context: Context): Generator<Extracted> {
    const { conferenceRecords, participants, participantSessions } = row.value as Partial<Record<string, unknown[]>>;
    const { ref } = row;
    yield* toldNews(Answer, row, context);
    for (const value of conferenceRecords ?? []) {
      yield* believed(Conference, { ref, value }, context, (conference) => {
        this.#conferences.set(conference.name, { value: conference, ref });
        return [];
      });
    }
    for (const value of participants ?? []) {
      yield* believed(Participant, { ref, value }, context, (participant) => {
        if (participant.phoneUser) return 'joined by phone, nobody known';
        this.#participants.push({ value: participant, ref });
        return [];
      });
    }
    for (const value of participantSessions ?? []) {
      yield* believed(Stay, { ref, value }, context, (stay) => {
        this.#stays.push({ value: stay, ref });
        return [];
      });
    }
  }

  *end(): Generator<Extracted> {
    yield* this.#sessions();
    const stays = Map.groupBy(this.#stays, ({ value }) => participantIn(value.name));
    for (const { value, ref } of this.#participants) {
      const { user, displayName } = value.signedinUser ?? {
        user: undefined,
        displayName: value.anonymousUser?.displayName,
      };
      const account =
        user === undefined ? undefined : ({ scheme: 'google_id', value: user.replace(/^users\//, '') } as const);
      const person = personOf({ account, name: displayName });
      if (!person) {
        yield { reject: { code: 'NO_PERSON', field: 'anonymousUser', message: 'The participant has no name.' }, ref };
        continue;
      }
      yield { record: person, ref };
      const intervals = stays.get(participantIn(value.name)) ?? [];
      for (const stay of intervals) yield { record: interval(stay.value, person.key), ref: stay.ref };
      if (intervals.length === 0) yield { record: summary(value, person.key), ref };
    }
  }

  /** Where the conference itself was not saved, its people say when it was. */
  *#sessions(): Generator<Extracted> {
    const seen = new Set(this.#participants.map(({ value }) => conferenceIn(value.name)));
    for (const key of new Set([...this.#conferences.keys(), ...seen])) {
      const conference = this.#conferences.get(key);
      const own = this.#participants.filter(({ value }) => conferenceIn(value.name) === key);
      const startsAt =
        conference?.value.startTime ?? earliest(own.flatMap(({ value }) => value.earliestStartTime ?? []));
      const endsAt = conference?.value.endTime ?? latest(own.flatMap(({ value }) => value.latestEndTime ?? []));
      const ref = conference?.ref ?? own[0]?.ref;
      if (startsAt === undefined || ref === undefined) continue;
      yield {
        record: { type: 'session', key, startsAt, ...(endsAt === undefined ? {} : { endsAt }), locationMode: 'online' },
        ref,
      };
    }
  }
}

function interval({ name, startTime: joinAt, endTime: leaveAt }: z.infer<typeof Stay>, person: string): RecordInput {
  const left = leaveAt === undefined ? {} : { leaveAt };
  return {
    type: 'presence',
    key: name,
    session: conferenceIn(name),
    person,
    precision: 'interval',
    status: 'present',
    joinAt,
    ...left,
  };
}

function summary(
  { name, earliestStartTime: joinAt, latestEndTime: leaveAt }: z.infer<typeof Participant>,
  person: string,
): RecordInput {
  const session = conferenceIn(name);
  const times = { ...(joinAt === undefined ? {} : { joinAt }), ...(leaveAt === undefined ? {} : { leaveAt }) };
  return {
    type: 'presence',
    key: keyOf(session, person),
    session,
    person,
    precision: 'summary',
    status: 'present',
    ...times,
  };
}
