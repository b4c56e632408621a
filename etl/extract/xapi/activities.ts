import type { activityVerbs } from '../../records/activity.ts';
import type { RecordInput } from '../../records/record.ts';
import type { Happening } from './happening.ts';
import { isoSeconds } from './iso-duration.ts';
import { objectWord, recordWord } from './objects.ts';
import type { Refusal } from './refusal.ts';
import { sessionId } from './session-id.ts';
import { surroundings } from './surroundings.ts';
import { verbWord } from './verbs.ts';

type ActivityVerb = (typeof activityVerbs)[number];

/** Something done on the platform: what, when and for how long. The response, if any, stays behind. */
export function activityOf({ statement, key, person, course, at }: Happening, verb: ActivityVerb): RecordInput[] {
  const { object, result } = statement;
  const type = object.definition?.type;
  const objectType = recordWord(type);
  const seconds = isoSeconds(result?.duration);
  const session = objectWord(type) === 'virtual_classroom' ? sessionId(statement) : undefined;
  return [
    {
      type: 'activity',
      key,
      course,
      person: person.key,
      verb,
      ...(verbWord(statement.verb.id) !== verb && { verbRaw: statement.verb.id }),
      ...(object.id !== undefined && { object: object.id }),
      ...(objectType !== undefined && { objectType }),
      at,
      ...(session !== undefined && { session }),
      ...(seconds !== undefined && { durationSeconds: seconds }),
    },
  ];
}

/** A message to a group counts as work in that group. Of a message to one person nothing but the act is kept. */
export function groupActivityOf({ statement, key, person, course, at }: Happening): RecordInput[] {
  const group = surroundings(statement).find((each) => objectWord(each.definition?.type) === 'group');
  const object = group && { object: group.id, objectType: 'group' };
  return [{ type: 'activity', key, course, person: person.key, verb: 'posted', ...object, at }];
}

/**
 * A statement taken back. The record names the statement by its id; person and time are those of the voiding one,
 * because the voided one may lie in another file or arrive later.
 */
export function voidedOf({ statement, person, at }: Happening): RecordInput[] | Refusal {
  const { id } = statement.object;
  if (statement.object.objectType !== 'StatementRef' || id === undefined) {
    return {
      code: 'NO_OBJECT',
      field: 'object.id',
      message: 'The statement does not name the statement it takes back.',
    };
  }
  return [{ type: 'activity', key: id, person: person.key, verb: 'other', at, deleted: { at, by: person.key } }];
}
