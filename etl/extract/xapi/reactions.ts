import type { RecordInput } from '../../records/record.ts';
import { extension } from './extensions.ts';
import type { Happening } from './happening.ts';
import type { Refusal } from './refusal.ts';
import { verbWord } from './verbs.ts';

/** A vote on a post. Open edX gives the direction in an extension, the others in the verb. */
export function reactionOf({ statement, person, course, at }: Happening): RecordInput[] | Refusal {
  const post = statement.object.id;
  if (post === undefined) {
    return { code: 'NO_OBJECT', field: 'object.id', message: 'The statement does not say which post was voted on.' };
  }
  const verb = verbWord(statement.verb.id);
  const direction = extension(statement.context?.extensions, 'https://w3id.org/xapi/acrossx/extensions/type');
  const down = verb === 'disliked' || direction === 'down';
  const kind = down ? 'downvote' : verb === 'voted' ? 'upvote' : 'like';
  return [{ type: 'reaction', key: `${post}|${person.key}|${kind}`, course, post, person: person.key, kind, at }];
}

/** A post reported to the moderators, or no longer. It reaches the list of reported posts and no score. */
export function flagOf({ statement, person, course, at }: Happening): RecordInput[] | Refusal {
  const post = statement.object.id;
  if (post === undefined) {
    return { code: 'NO_OBJECT', field: 'object.id', message: 'The statement does not say which post was reported.' };
  }
  const key = `${post}|${person.key}|flag`;
  const taken = verbWord(statement.verb.id) === 'unreported' ? { deleted: { at } } : {};
  return [{ type: 'reaction', key, course, post, person: person.key, kind: 'flag', at, observedAt: at, ...taken }];
}
