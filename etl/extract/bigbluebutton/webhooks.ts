import type { Extracted, RowRef } from '../../connector.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';
import type { Event } from './events.ts';
import { personOf, roleOf } from './people.ts';

interface Meeting {
  readonly key: string;
  readonly room: string;
  readonly title?: string | undefined;
  readonly parent?: string | undefined;
  readonly startsAt: string;
  endsAt?: string;
  readonly ref: RowRef;
  /** Who is in it now, by the id of this one joining. */
  readonly inside: Map<string, { readonly person: string; readonly joinAt: string; readonly role: string }>;
  /** Who each joining belongs to, also after it ended: chat names the joining only. */
  readonly people: Map<string, string>;
}

/** Pairs joins with leaves over a whole input. What is still open when a meeting ends, ends with it. */
export class Meetings {
  readonly #meetings = new Map<string, Meeting>();
  readonly #keepBodies: boolean;

  constructor(keepBodies: boolean) {
    this.#keepBodies = keepBodies;
  }

  /** The records of one event, or why it needs none. Sessions come at the end, when all is known of them. */
  of({ id, attributes, event }: Event, ref: RowRef): RecordInput[] | string {
    const meeting = this.#meeting(attributes.meeting, event.ts, ref);
    const joining = attributes.user?.['internal-user-id'] ?? '';
    const person = meeting.people.get(joining) ?? attributes.user?.['external-user-id'];
    const act = (verb: 'answered' | 'interacted' | 'reacted', what: string): RecordInput[] | string =>
      person === undefined
        ? 'an act of somebody who never joined'
        : [
            {
              type: 'activity',
              key: keyOf(meeting.key, person, what, event.ts),
              person,
              verb,
              objectType: 'live',
              session: meeting.key,
              at: event.ts,
            },
          ];
    switch (id) {
      case 'meeting-created':
        return [];
      case 'user-joined':
        return this.#join(meeting, attributes.user, event.ts);
      case 'user-left':
        return this.#leave(meeting, joining, event.ts);
      case 'meeting-ended':
        meeting.endsAt = event.ts;
        return [...meeting.inside.keys()].flatMap((open) => this.#leave(meeting, open, event.ts));
      case 'chat-group-message-sent':
        return this.#chat(meeting, attributes);
      case 'poll-responded':
        return act('answered', `poll|${attributes.poll?.id ?? ''}`);
      case 'user-emoji-changed':
        return attributes.user?.emoji === 'none' ? 'a sign taken back' : act('reacted', 'emoji');
      case 'user-raise-hand-changed':
        return attributes.user?.['raise-hand'] === true ? act('interacted', 'hand') : 'a sign taken back';
      default:
        return 'microphones, cameras, presentations and recordings, which are not read';
    }
  }

  /** Sessions, and stays nobody saw end. */
  *end(): Generator<Extracted> {
    for (const { key, title, parent, startsAt, endsAt, ref, inside } of this.#meetings.values()) {
      for (const { person, joinAt, role } of inside.values())
        yield { record: presence(key, person, joinAt, undefined, role), ref };
      const kind = parent === undefined ? {} : { kind: 'breakout' as const, parent };
      const named = title === undefined ? {} : { title };
      const ended = endsAt === undefined ? {} : { endsAt };
      yield { record: { type: 'session', key, ...kind, ...named, startsAt, ...ended, locationMode: 'online' }, ref };
    }
  }

  #meeting(said: Event['attributes']['meeting'], at: string, ref: RowRef): Meeting {
    const key = said['internal-meeting-id'];
    const parent = said['is-breakout'] === true ? said['parent-id'] : undefined;
    const meeting = this.#meetings.get(key) ?? {
      key,
      room: said['external-meeting-id'] ?? key,
      title: said.name,
      parent,
      startsAt: said['create-time'] ?? at,
      ref,
      inside: new Map<string, { person: string; joinAt: string; role: string }>(),
      people: new Map<string, string>(),
    };
    this.#meetings.set(key, meeting);
    return meeting;
  }

  #join(meeting: Meeting, user: Event['attributes']['user'], joinAt: string): RecordInput[] | string {
    if (!user) return 'a joining of nobody';
    const joining = user['internal-user-id'];
    const person = this.#inParent(meeting, user['external-user-id'] ?? joining);
    if (!meeting.inside.has(joining))
      meeting.inside.set(joining, { person, joinAt, role: roleOf(user.role === 'MODERATOR') });
    meeting.people.set(joining, person);
    return [personOf(person, user.name ?? '')];
  }

  /** Into a breakout room people are sent as `<id>-<number of the room>`. */
  #inParent({ parent }: Meeting, id: string): string {
    const plain = id.replace(/-\d{1,3}$/, '');
    const people = parent === undefined ? undefined : this.#meetings.get(parent)?.people;
    return people && [...people.values()].includes(plain) ? plain : id;
  }

  #leave(meeting: Meeting, joining: string, leaveAt: string): RecordInput[] {
    const open = meeting.inside.get(joining);
    meeting.inside.delete(joining);
    return open ? [presence(meeting.key, open.person, open.joinAt, leaveAt, open.role)] : [];
  }

  #chat(meeting: Meeting, { 'chat-id': chat, 'chat-message': message }: Event['attributes']): RecordInput[] | string {
    if (!message || (chat !== undefined && chat !== 'MAIN-PUBLIC-GROUP-CHAT'))
      return 'a private chat, which is not read';
    const author = meeting.people.get(message.sender['internal-user-id']);
    return [
      { type: 'space', key: meeting.room, kind: 'chat' },
      {
        type: 'post',
        key: keyOf(meeting.key, message.id),
        space: meeting.room,
        thread: meeting.key,
        session: meeting.key,
        kind: 'chat',
        replyInference: 'none',
        ...(author === undefined ? {} : { author }),
        createdAt: message.sender.time,
        ...written(message.message, this.#keepBodies),
      },
    ];
  }
}

function presence(
  session: string,
  person: string,
  joinAt: string,
  leaveAt: string | undefined,
  role: string,
): RecordInput {
  const left = leaveAt === undefined ? {} : { leaveAt };
  const key = keyOf(session, person, joinAt);
  return { type: 'presence', key, session, person, precision: 'interval', status: 'present', joinAt, ...left, role };
}
