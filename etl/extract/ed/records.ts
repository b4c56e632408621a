import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';
import type { Comment, Thread, User } from './shapes.ts';

const roles = {
  student: 'learner',
  mentor: 'mentor',
  tutor: 'assistant',
  staff: 'teacher',
  admin: 'admin',
  observer: 'observer',
} as const;

export function userRecords(user: User, course: string | undefined): RecordInput[] {
  const id = user.id ?? user.user_id;
  if (id === undefined) return [];
  const key = String(id);
  const displayName = user.name === '' ? undefined : (user.name ?? undefined);
  const person: RecordInput = {
    type: 'person',
    key,
    ...(displayName === undefined ? {} : { displayName }),
    claims: [
      ...(user.email ? [{ scheme: 'email' as const, value: user.email.toLowerCase(), verified: true }] : []),
      { scheme: 'lms', value: key },
      ...(displayName === undefined ? [] : [{ scheme: 'display_name' as const, value: displayName }]),
    ],
  };
  const { course_role: roleRaw } = user;
  if (!roleRaw) return [person];
  return [
    person,
    { type: 'enrolment', key: `${course ?? ''}|${key}`, course, person: key, role: roles[roleRaw], roleRaw },
  ];
}

/** What a thread and its answers have in common. Anonymous is anonymous to all, whatever the answer still holds. */
function common(post: Thread | Comment, key: string, keepBodies: boolean) {
  const {
    user_id: user,
    is_anonymous: isAnonymous,
    is_private: isPrivate,
    deleted_at: at,
    is_endorsed: endorsed,
  } = post;
  return {
    type: 'post',
    key,
    ...(isAnonymous || user === undefined || user === 0 ? {} : { author: String(user) }),
    anonymity: isAnonymous ? 'all' : 'none',
    createdAt: post.created_at,
    ...(post.updated_at !== undefined && Date.parse(post.updated_at) > Date.parse(post.created_at)
      ? { editedAt: post.updated_at }
      : {}),
    ...(endorsed === true ? { endorsed } : {}),
    ...(isPrivate ? { visibility: 'private' as const } : {}),
    ...(at === undefined ? {} : { deleted: { at } }),
    ...(isPrivate || at !== undefined ? {} : written(post.content, keepBodies)),
  } as const;
}

export function threadRecords(thread: Thread, course: string | undefined, keepBodies: boolean): RecordInput[] {
  const key = `t${thread.id}`;
  const space = `${course ?? ''}|${thread.category ?? ''}`;
  const isOpen = !thread.is_private && thread.deleted_at === undefined;
  return [
    { type: 'space', key: space, course, kind: 'qna', ...(thread.category ? { title: thread.category } : {}) },
    {
      ...common(thread, key, keepBodies),
      course,
      space,
      thread: key,
      kind: thread.type === 'announcement' ? 'announcement' : 'thread',
      ...(isOpen ? { title: thread.title } : {}),
    },
    ...counted(thread, key, course),
  ];
}

/** An answer or comment: to its parent, else to the thread. Threads and comments count apart, so their keys say which. */
export function commentRecords(
  comment: Comment,
  thread: Thread,
  course: string | undefined,
  keepBodies: boolean,
): RecordInput[] {
  const key = `c${comment.id}`;
  const isWithin = thread.is_private ? { ...comment, is_private: true } : comment;
  return [
    {
      ...common(isWithin, key, keepBodies),
      course,
      space: `${course ?? ''}|${thread.category ?? ''}`,
      thread: `t${thread.id}`,
      kind: comment.type,
      parent: comment.parent_id === undefined ? `t${thread.id}` : `c${comment.parent_id}`,
      ...(thread.accepted_id === comment.id ? { accepted: true } : {}),
    },
    ...counted(comment, key, course),
  ];
}

function counted(
  { vote_count, flag_count }: Thread | Comment,
  post: string,
  course: string | undefined,
): RecordInput[] {
  const kinds = [
    ['upvote', vote_count],
    ['flag', flag_count],
  ] as const;
  return kinds.flatMap(([kind, count]) =>
    count > 0 ? [{ type: 'reaction', key: `${post}|${kind}|#`, course, post, kind, count }] : [],
  );
}
