import type { Reject } from '../../connector.ts';
import type { CourseRole } from '../../formats/course-role.ts';
import { unknownWord } from '../../formats/known.ts';
import { digestOf, keyOf } from '../../formats/natural-key.ts';
import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';
import type { Meaning } from './actions.ts';
import { forumPostRecords, sisIdOf } from './blackboard.ts';
import { type Event, Organisation, Thing, word } from './shapes.ts';
import type { Told } from './told.ts';

/** The records an event becomes, apart from its person and course; or why there are none. */
export function recordsOf(told: Told, meaning: Exclude<Meaning, 'nothing'>): RecordInput[] | string {
  if (meaning === 'post') return postRecords(told);
  if (meaning === 'forum_post' || meaning === 'gone_forum_post')
    return forumPostRecords(told, meaning === 'gone_forum_post');
  const { event, course } = told;
  const { actor, object, eventTime: at } = event;
  const person = actor.id;
  const key = event.id ?? digestOf(person, event.type, event.action, object.id, at);
  if (meaning === 'read') {
    return [
      { type: 'reaction', key: keyOf(object.id, person, 'read'), course, post: object.id, person, kind: 'read', at },
    ];
  }
  if (meaning === 'feedback') {
    const receiver = object.creators?.find(({ id }) => id !== person)?.id;
    const words = written(event.generated?.value ?? undefined)?.words;
    return [
      {
        type: 'feedback',
        key,
        course,
        giver: person,
        receiver,
        activity: object.id,
        kind: 'comment',
        allotted: false,
        givenAt: at,
        words,
      },
    ];
  }
  const objectType =
    object.type === undefined ? undefined : (kinds[word(object.type)] ?? word(object.type).toLowerCase());
  return [{ type: 'activity', key, course, person, verb: meaning, object: object.id, objectType, at }];
}

/** What indicators call the thing. */
const kinds: Readonly<Record<string, string>> = { Forum: 'forum', Thread: 'forum', Message: 'forum' };

function postRecords({ event, course, keepBodies }: Told): RecordInput[] {
  const { object, actor, eventTime } = event;
  const thread = thingIn(object.isPartOf);
  const forum = thingIn(thread?.isPartOf);
  const parent = thingIn(object.replyTo)?.id;
  const title = thread?.name;
  return [
    ...(forum
      ? [
          {
            type: 'space' as const,
            key: forum.id,
            course,
            kind: 'forum' as const,
            ...(forum.name ? { title: forum.name } : {}),
          },
        ]
      : []),
    {
      type: 'post',
      key: object.id,
      course,
      ...(forum ? { space: forum.id } : {}),
      thread: thread?.id ?? parent ?? object.id,
      ...(parent === undefined ? { kind: 'thread', ...(title ? { title } : {}) } : { kind: 'reply', parent }),
      author: actor.id,
      createdAt: object.dateCreated ?? eventTime,
      ...written(object.body, keepBodies),
    },
  ];
}

function thingIn(value: unknown): Thing | undefined {
  return Thing.safeParse(value).data;
}

/** The platform names people by an IRI: its last part is their id, what stands before it is the platform. */
export function personOf({ id, name, extensions }: Event['actor']): RecordInput {
  const [, issuer, value] = /^(https?:\/\/.+)\/([^/]+)$/.exec(id) ?? [];
  const sisId = sisIdOf(extensions);
  const claims = [
    ...(sisId === undefined ? [] : [{ scheme: 'sis' as const, value: sisId, verified: true }]),
    ...(issuer !== undefined && value !== undefined ? [{ scheme: 'account' as const, value, issuer }] : []),
  ];
  return { type: 'person', key: id, ...(name ? { displayName: name } : {}), claims };
}

/** A section is a course here; a group inside a course belongs to that course. */
export function courseOf(group: Organisation | null | undefined): Extract<RecordInput, { type: 'course' }> | undefined {
  if (!group) return undefined;
  if (group.type !== undefined && word(group.type) === 'Group')
    return courseOf(Organisation.safeParse(group.subOrganizationOf).data);
  const { id: key, name: title, courseNumber: code } = group;
  return { type: 'course', key, ...(title ? { title } : {}), ...(code ? { code } : {}) };
}

/** The roles of LIS, with those below Instructor and Learner that say what somebody is in a course. */
export const roles: Readonly<Record<string, CourseRole>> = {
  Learner: 'learner',
  GuestLearner: 'learner',
  NonCreditLearner: 'learner',
  Instructor: 'teacher',
  PrimaryInstructor: 'teacher',
  SecondaryInstructor: 'teacher',
  GuestInstructor: 'teacher',
  ExternalInstructor: 'teacher',
  Lecturer: 'teacher',
  TeachingAssistant: 'assistant',
  Grader: 'assistant',
  Mentor: 'mentor',
  Observer: 'observer',
  Administrator: 'admin',
  Manager: 'other',
  Member: 'other',
  Officer: 'other',
  ContentDeveloper: 'other',
  Guest: 'other',
};
const statuses = { Active: 'active', Inactive: 'inactive' } as const;

/** A word of the membership that the standard does not have; undefined where there is none. */
export function strangeMembership({ membership }: Event): Reject['reject'] | undefined {
  const [role] = membership?.roles ?? [];
  const { status } = membership ?? {};
  if (role !== undefined && !Object.hasOwn(roles, word(role)))
    return unknownWord('membership.roles', word(role), Object.keys(roles));
  if (status && !Object.hasOwn(statuses, word(status)))
    return unknownWord('membership.status', word(status), Object.keys(statuses));
  return undefined;
}

/** A role the event states. */
export function enrolmentOf({ membership, actor }: Event, course: string | undefined): RecordInput[] {
  const [roleRaw] = membership?.roles ?? [];
  if (!membership || roleRaw === undefined || course === undefined) return [];
  const known = word(roleRaw);
  const role = roles[known] ?? 'other';
  const status = membership.status && word(membership.status) === 'Inactive' ? 'inactive' : 'active';
  return [{ type: 'enrolment', key: membership.id, course, person: actor.id, role, roleRaw: known, status }];
}
