import { z } from 'zod';
import { type Context, type Extracted, type RowRef } from '../../connector.ts';
import { believed } from '../../formats/json-export.ts';
import type { JsonRow } from '../../formats/json-rows.ts';
import { known } from '../../formats/known.ts';
import { noticed, toldNews } from '../../formats/news.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { Instant, Key } from '../../records/values.ts';
import type { RecordInput } from '../../records/record.ts';
import { earliest, latest, personOf } from './people.ts';

/** Device and network of a participant are not even named here: they are dropped unread, as is all that is new. */
const Participant = known(
  {
    id: z.string().optional(),
    participant_user_id: z.string().optional(),
    name: z.string().default(''),
    user_email: z.string().optional(),
    join_time: Instant,
    leave_time: Instant,
    registrant_id: z.string().optional(),
    status: z.enum(['in_meeting', 'in_waiting_room']).default('in_meeting'),
    bo_mtg_id: z.string().optional(),
    internal_user: z.boolean().default(false),
  },
  `user_id duration failover customer_key participant_uuid sip_uri data_center ip_address mac_addr pc_name domain device
  harddisk_id version location network_type microphone speaker camera connection_type recording share_application
  share_desktop share_whiteboard leave_reason groupId audio_quality video_quality screen_share_quality email role os
  os_version device_name client from_sip_uri health audio_call`,
);
type Participant = z.infer<typeof Participant>;

const Registrant = known(
  {
    id: Key,
    email: z.string(),
    first_name: z.string().default(''),
    last_name: z.string().default(''),
    status: z.enum(['approved', 'pending', 'denied']).default('approved'),
  },
  `address city comments country create_time custom_questions industry job_title join_url no_of_employees org phone
  purchasing_time_frame role_in_purchase_process state zip participant_pin_code`,
);
type Registrant = z.infer<typeof Registrant>;

const Answer = noticed({}, 'participants registrants next_page_token page_count page_number page_size total_records');

/** Participants and registrants of one meeting, in however many pages. Its answers do not name it. */
export class ZoomMeeting {
  readonly #key: string;
  readonly #rooms = new Map<string, { joins: string[]; leaves: string[]; ref: RowRef }>();
  readonly #came = new Set<string>();
  readonly #registered: { readonly registrant: Registrant; readonly ref: RowRef }[] = [];

  constructor(key: string) {
    this.#key = key;
  }

  *read(row: JsonRow, context: Context): Generator<Extracted> {
    const { participants, registrants } = row.value as { participants?: unknown[]; registrants?: unknown[] };
    yield* toldNews(Answer, row, context);
    for (const value of participants ?? []) {
      yield* believed(Participant, { ...row, value }, context, (participant) => this.#stay(participant, row.ref));
    }
    for (const value of registrants ?? []) {
      yield* believed(Registrant, { ...row, value }, context, (registrant) => {
        this.#registered.push({ registrant, ref: row.ref });
        return [];
      });
    }
  }

  /** The meeting, its rooms, and who registered and did not come. */
  *end(): Generator<Extracted> {
    const all = [...this.#rooms.values()];
    const startsAt = earliest(all.flatMap(({ joins }) => joins));
    const endsAt = latest(all.flatMap(({ leaves }) => leaves));
    const ref = all[0]?.ref;
    if (startsAt !== undefined && ref !== undefined) {
      yield { record: { type: 'session', key: this.#key, startsAt, endsAt, locationMode: 'online' }, ref };
    }
    for (const [key, { joins, leaves, ref: from }] of this.#rooms) {
      const begins = earliest(joins);
      if (key === this.#key || begins === undefined) continue;
      const room = { type: 'session', key, kind: 'breakout', parent: this.#key, startsAt: begins } as const;
      yield { record: { ...room, endsAt: latest(leaves), locationMode: 'online' }, ref: from };
    }
    for (const { registrant, ref: from } of this.#registered)
      yield* this.#missing(registrant, from, startsAt !== undefined);
  }

  #stay(
    participant: Participant,
    ref: RowRef,
  ): RecordInput[] | string | { code: string; field: string; message: string } {
    if (participant.status === 'in_waiting_room') return 'was in the waiting room';
    if (/^\+?[\d*][\d*\s()-]{4,}$/.test(participant.name)) return 'joined by phone, nobody known';
    const {
      id,
      participant_user_id: userId,
      user_email: email,
      name,
      join_time: joinAt,
      leave_time: leaveAt,
    } = participant;
    const account = [id, userId].find(Boolean);
    const person = personOf({
      email: email === '' ? undefined : email,
      vouched: account !== undefined || participant.internal_user,
      account: account === undefined ? undefined : { scheme: 'zoom_user', value: account },
      name,
    });
    if (!person)
      return { code: 'NO_PERSON', field: 'name', message: 'The participant has neither account, address nor name.' };
    if (Date.parse(leaveAt) < Date.parse(joinAt)) {
      return { code: 'END_BEFORE_START', field: 'leave_time', message: 'The participant leaves before joining.' };
    }
    for (const mark of [participant.registrant_id, email?.toLowerCase()]) if (mark) this.#came.add(mark);
    const session = participant.bo_mtg_id ? keyOf(this.#key, participant.bo_mtg_id) : this.#key;
    const room = this.#rooms.get(session) ?? { joins: [], leaves: [], ref };
    room.joins.push(joinAt);
    room.leaves.push(leaveAt);
    this.#rooms.set(session, room);
    const key = keyOf(session, person.key, joinAt);
    const common = {
      type: 'presence',
      key,
      session,
      person: person.key,
      precision: 'interval',
      status: 'present',
    } as const;
    return [person, { ...common, joinAt, leaveAt }];
  }

  *#missing(
    { id, email, first_name: first, last_name: last, status }: Registrant,
    ref: RowRef,
    held: boolean,
  ): Generator<Extracted> {
    const person = personOf({ email, name: `${first} ${last}` });
    if (status !== 'approved') yield { skipped: { reason: 'a registration that was not approved' }, ref };
    else if (this.#came.has(id) || this.#came.has(email.toLowerCase()))
      yield { skipped: { reason: 'registered and came' }, ref };
    else if (!held) yield { skipped: { reason: 'registered: who came is not known without the participants' }, ref };
    else if (person) {
      yield { record: person, ref };
      const key = keyOf(this.#key, person.key);
      yield {
        record: { type: 'presence', key, session: this.#key, person: person.key, precision: 'mark', status: 'absent' },
        ref,
      };
    }
  }
}
