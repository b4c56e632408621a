import { hash } from 'node:crypto';
import type { Context } from '../../connector.ts';
import type { CourseRecord } from './courses.ts';
import type { Happening } from './happening.ts';
import { instantOf } from './instants.ts';
import { peopleOf } from './people.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Statement } from './statement.ts';

const virtualClassroom = 'https://w3id.org/xapi/virtual-classroom';

/** One happening per actor: a statement about a group is as many as it names members. */
export function happeningsOf(
  statement: Statement,
  course: CourseRecord | undefined,
  { timezone, keepBodies = false }: Context,
): Happening[] | Refusal {
  const time = statement.timestamp ?? statement.stored;
  if (time === undefined) return noTime;
  const instant = instantOf(time, timezone);
  if (isRefusal(instant)) return instant;

  const category = statement.context?.contextActivities?.category;
  const people = peopleOf(
    statement.actor,
    category?.some(({ id }) => id === virtualClassroom),
  );
  if (people.length === 0) return statement.actor.objectType === 'Group' ? nobody : noPerson;

  const { at } = instant;
  const id = statement.id ?? `sha256:${digest(statement, people.map(({ key }) => key).join(' '), at)}`;
  const shared = { statement, course: course?.key, at, keepBodies, timezone };
  return people.map((person) => ({ ...shared, person, key: people.length === 1 ? id : `${id}|${person.key}` }));
}

/** Moodle's plugin gives no ids; who, what and when is all there is to know a statement by. */
function digest({ verb, object }: Statement, who: string, at: string): string {
  return hash('sha256', [who, verb.id, object.id ?? '', at].join('\n'), 'hex').slice(0, 40);
}

const noTime = {
  code: 'NO_TIME',
  field: 'timestamp',
  message: 'The statement has neither timestamp nor stored. Export it from the store, which adds them.',
};
const noPerson = {
  code: 'NO_PERSON',
  field: 'actor',
  message: 'The actor has no mbox, mbox_sha1sum, openid or account, so nobody is meant.',
};
const nobody = {
  code: 'NO_PERSON',
  field: 'actor.member',
  message: 'The actor is a group, and the statement does not name its members.',
};
