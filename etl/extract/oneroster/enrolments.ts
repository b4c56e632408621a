import type { Extracted } from '../../connector.ts';
import type { Days } from './days.ts';
import type { Row } from './rows.ts';
import { isInactive, versionOf } from './versions.ts';

/** Roles of 1.1 and 1.2 in an enrolment, and those of 1.2 in an organisation that real files write here too. */
const roles: ReadonlyMap<string, 'learner' | 'teacher' | 'assistant' | 'admin' | 'observer' | 'other'> = new Map([
  ['student', 'learner'],
  ['teacher', 'teacher'],
  ['aide', 'assistant'],
  ['administrator', 'admin'],
  ['parent', 'observer'],
  ['guardian', 'observer'],
  ['relative', 'observer'],
  ['tutor', 'assistant'],
  ['proctor', 'other'],
  ['counselor', 'other'],
  ['principal', 'admin'],
  ['siteadministrator', 'admin'],
  ['districtadministrator', 'admin'],
  ['systemadministrator', 'admin'],
]);

/** Who belongs to a class, in which role, from the begin date up to, but not including, the end date. */
export function enrolmentOf(row: Row, days: Days): Extracted {
  const [key, course, person] = [row.cell('sourcedId'), row.cell('classSourcedId'), row.cell('userSourcedId')];
  if (key === undefined) return row.refuse('MISSING_VALUE', 'sourcedId', 'The enrolment has no id.');
  if (course === undefined) return row.refuse('NO_COURSE', 'classSourcedId', 'The enrolment names no class.');
  if (person === undefined) return row.refuse('NO_PERSON', 'userSourcedId', 'The enrolment names no user.');
  const [begin, end] = [row.cell('beginDate'), row.cell('endDate')];
  const from = begin === undefined ? undefined : days.instant(begin);
  const to = end === undefined ? undefined : days.instant(end);
  if (begin !== undefined && from === undefined)
    return row.refuse('BAD_DATE', 'beginDate', 'The begin is no date, such as 2026-01-31.');
  if (end !== undefined && to === undefined)
    return row.refuse('BAD_DATE', 'endDate', 'The end is no date, such as 2026-01-31.');
  if (from !== undefined && to !== undefined && Date.parse(to) < Date.parse(from)) {
    return row.refuse('END_BEFORE_START', 'endDate', 'The enrolment ends before it begins.');
  }
  const roleRaw = row.cell('role');
  const role = roleRaw === undefined ? 'other' : roles.get(roleRaw.toLowerCase());
  if (role === undefined) {
    const word = /^[\w .-]{1,40}$/.test(roleRaw ?? '') ? `"${roleRaw}"` : 'something';
    const known = [...roles.keys()].join(', ');
    return row.refuse('UNKNOWN_WORD', 'role', `The role says ${word}; OneRoster knows ${known}.`);
  }
  const status = isInactive(row) ? 'inactive' : 'active';
  return row.believe({
    type: 'enrolment',
    key,
    course,
    ...versionOf(row, days),
    person,
    role,
    roleRaw,
    from,
    to,
    status,
  });
}
