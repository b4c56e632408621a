import { proseOf } from '../../formats/prose.ts';
import type { RecordInput } from '../../records/record.ts';
import { extension } from './extensions.ts';
import type { Happening } from './happening.ts';
import { words } from './language-map.ts';
import { objectWord } from './objects.ts';
import type { Refusal } from './refusal.ts';
import { sessionId } from './session-id.ts';
import type { Statement, Thing } from './statement.ts';
import { surroundings } from './surroundings.ts';

type Kind = 'thread' | 'reply' | 'comment' | 'chat';

const acrossxType = 'https://w3id.org/xapi/acrossx/extensions/type';

/**
 * A contribution, and the forum it stands in. Emitters name the thread but never the post that is answered
 * (reference/xapi §4.1, §4.2), so a reply answers its thread's opener by inference. The text stays here: it is
 * measured, and handed on only where the deployment keeps bodies.
 */
export function postOf(happening: Happening, told: Kind): RecordInput[] | Refusal {
  const { statement, person, course, at, keepBodies } = happening;
  const id = statement.object.id;
  if (id === undefined) return noPost;
  const kind = told === 'thread' && isAnswer(statement) ? 'reply' : told;
  const thread = threadOf(statement, kind, id);
  if (thread === undefined) return noThread;

  const place = placeOf(statement);
  const text = kind === 'chat' ? undefined : textOf(statement);
  const title = kind === 'thread' ? words(statement.object.definition?.name) : undefined;
  const session = kind === 'chat' ? sessionId(statement) : undefined;
  const prose = text === undefined ? (kind === 'chat' ? undefined : statement.written) : proseOf(text);
  const asks = prose?.hasQuestion === true || extension(statement.context?.extensions, acrossxType) === 'question';
  return [
    ...(place ? [spaceOf(place, course)] : []),
    {
      type: 'post',
      key: namesOnePost(statement, id) ? id : happening.key,
      course,
      ...(place && { space: place.id }),
      thread,
      author: person.key,
      kind,
      replyInference: kind === 'chat' ? 'none' : kind === 'thread' ? 'explicit' : 'thread_root',
      createdAt: at,
      observedAt: at,
      ...(prose && { words: prose.words, chars: prose.chars }),
      ...((prose !== undefined || asks) && { hasQuestion: asks }),
      ...(session !== undefined && { session }),
      ...(title !== undefined && { title }),
      ...(kind !== 'chat' && isPage(id) && { url: id }),
      ...(keepBodies && text !== undefined && { body: text }),
    },
  ];
}

/** Somebody took a post away: its author or a moderator. When it was written, the statement does not say. */
export function deletedPost({ statement, person, course, at }: Happening): RecordInput[] | Refusal {
  const id = statement.object.id;
  if (id === undefined) return noPost;
  const thread = threadOf(statement, isAnswer(statement) ? 'reply' : 'thread', id) ?? id;
  return [{ type: 'post', key: id, course, thread, createdAt: at, observedAt: at, deleted: { at, by: person.key } }];
}

/** Open edX tells threads and answers apart only by the address; Moodle by the activity type. */
function isAnswer({ object }: Statement): boolean {
  return objectWord(object.definition?.type) === 'forum_post' || (object.id ?? '').includes('/comments/');
}

function threadOf(statement: Statement, kind: Kind, id: string): string | undefined {
  if (kind === 'thread') return id;
  const around = surroundings(statement);
  if (kind === 'chat') return sessionId(statement) ?? around[0]?.id;
  const discussion = around.find((each) => objectWord(each.definition?.type) === 'discussion' && each.id !== id);
  if (discussion) return discussion.id;
  return id.includes('/comments/') ? undefined : id.split('#', 1)[0];
}

/** A wiki's comments and Jisc's posts carry the address of the page they stand on, shared by all of them. */
function namesOnePost({ object, verb }: Statement, id: string): boolean {
  if (/#p\d+$|\/(?:threads|comments)\/|\/activities\//.test(id)) return true;
  return objectWord(object.definition?.type) === 'discussion' && !verb.id.endsWith('commented');
}

function placeOf(statement: Statement): Thing | undefined {
  return surroundings(statement).find((each) => {
    const word = objectWord(each.definition?.type);
    return word === 'forum' || word === 'wiki';
  });
}

function spaceOf({ id, definition }: Thing, course: string | undefined): RecordInput {
  const title = words(definition?.name);
  return {
    type: 'space',
    key: id,
    course,
    kind: objectWord(definition?.type) === 'wiki' ? 'notes' : 'forum',
    ...(title !== undefined && { title }),
    ...(isPage(id) && { url: id }),
  };
}

/** Moodle puts the message of a reply into the description, Jisc and the wiki into the response. */
function textOf({ object, result }: Statement): string | undefined {
  if (result?.response !== undefined) return result.response;
  return objectWord(object.definition?.type) === 'forum_post' ? words(object.definition?.description) : undefined;
}

/** Open edX names posts by the address of its programming interface, which shows nobody a post. */
function isPage(id: string): boolean {
  return /^https?:\/\//.test(id) && !id.includes('/api/') && URL.canParse(id);
}

const noPost = { code: 'NO_OBJECT', field: 'object.id', message: 'The statement does not say which post it is about.' };
const noThread = {
  code: 'NO_THREAD',
  field: 'context.contextActivities.grouping',
  message: 'The statement is about an answer and names no discussion it stands in.',
};
