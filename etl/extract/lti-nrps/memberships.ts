import { type Fields } from '../../formats/fields.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import type { RecordInput } from '../../records/record.ts';
import type { Passed } from '../../formats/shape.ts';
import { roleOf } from './roles.ts';

const status = { Active: 'active', Inactive: 'inactive', Deleted: 'deleted' } as const;

/** The course a membership container speaks of, where it says more than its id. Throws BadCell. */
export function courseOf(context: Fields): RecordInput[] {
  const [key, title, code] = [context.must('id'), context.text('title'), context.text('label')];
  return title === undefined && code === undefined ? [] : [{ type: 'course', key, title, code }];
}

/**
 * A member of a course as a person and an enrolment and, for a mentor whose message names learners, relations to them.
 * Throws BadCell.
 */
export function* memberRecords(member: Fields, course: string): Generator<RecordInput | Passed> {
  const key = member.must('user_id');
  const roles = member.texts('roles');
  const { role, isTest } = roleOf(roles);
  if (isTest) {
    yield { passed: 'a test user of the platform' };
    return;
  }
  const state = member.one('status', status) ?? 'active';
  yield personRecord({
    key,
    keyScheme: 'lti_sub',
    name: member.text('name'),
    givenName: member.text('given_name'),
    familyName: member.text('family_name'),
    email: member.text('email'),
    sisId: member.text('lis_person_sourcedid'),
  });
  yield {
    type: 'enrolment',
    key: keyOf(key, course),
    course,
    person: key,
    role,
    roleRaw: roles.join(' '),
    ...(state === 'deleted' ? { status: 'inactive', deleted: {} } : { status: state }),
  };
  for (const learner of menteesOf(member)) {
    yield { type: 'relation', key: keyOf(key, learner, 'mentor'), course, observer: key, learner, kind: 'mentor' };
  }
}

const scopeOfMentor = 'https://purl.imsglobal.org/spec/lti/claim/role_scope_mentor';

/** Ids of the learners a mentor may follow: only in an answer asked for one resource link, as a claim of its message. */
function menteesOf(member: Fields): string[] {
  return member.each('message').flatMap((message) => message.texts(scopeOfMentor));
}
