import { courseRole } from '../../formats/course-role.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

export const users = defineShape<Batch>(
  'Users',
  'full',
  {
    needs: 'UserId UserName OrgDefinedId',
    takes:
      'FirstName MiddleName LastName IsActive Email ExternalEmail SignupDate Version Organization FirstLoginDate ' +
      'LastAccessed OrgRoleId PreferredFirstName PreferredMiddleName PreferredLastName',
    newest: { key: ['UserId'], version: 'Version' },
  },
  function* (row) {
    yield personRecord({
      key: row.must('UserId'),
      givenName: row.text('FirstName'),
      familyName: row.text('LastName'),
      email: row.text('Email') ?? row.text('ExternalEmail'),
      sisId: row.text('OrgDefinedId'),
      username: row.text('UserName'),
      active: row.flag('IsActive'),
    });
  },
);

export const roles = defineShape<Batch>(
  'RoleDetails',
  'full',
  {
    needs: 'RoleId RoleName InClassList',
    takes:
      'Description IsCascading ClassListRoleName ClassListShowGroups ClassListShowSections ClassListDisplayRole ' +
      'AccessInactiveCO HasSpecialAccess AddToCourseOfferingGroups CanBeAutoEnrolledIntoGroups ' +
      'AddToCourseOfferingSections CanBeAutoEnrolledIntoSections ClassListDisplayRoleCategory AccessPastCourses ' +
      'AccessFutureCourses SortOrder ShowInContent ShowInDiscussionAssess ShowInDiscussionStats ShowInGrades ' +
      'ShowInAttendance AllowSelfEnrollInGroups ShowInRegistration ShowInUserProgress RoleAlias RoleCode ' +
      'LastModifiedDate DeletedBy',
  },
  function* () {
    yield { passed: 'the name of a role: used, no record of its own' };
  },
  (row, { roleNames }) => roleNames.set(row.must('RoleId'), row.must('RoleName')),
);

export const enrolments = defineShape<Batch>(
  'UserEnrollments',
  'full',
  { needs: 'OrgUnitId UserId RoleName EnrollmentDate', takes: 'RoleId EnrollmentType' },
  function* (row, batch) {
    const [unit, person, from] = [row.must('OrgUnitId'), row.must('UserId'), row.utc('EnrollmentDate')];
    const kind = batch.unitTypes.get(unit) ?? 'Course Offering';
    if (batch.isPart(unit)) {
      yield { type: 'membership', key: keyOf(unit, person), group: unit, person, from };
    } else if (kind === 'Course Offering') {
      const roleRaw = row.must('RoleName');
      const role = courseRole('RoleName', roleRaw, batch.context.options);
      yield { type: 'enrolment', key: keyOf(person, unit), course: unit, person, role, roleRaw, from };
    } else yield { passed: 'a role in a unit that is no course, section or group' };
  },
  (row, batch) => {
    batch.enrolled.add(keyOf(row.must('UserId'), row.must('OrgUnitId')));
    const role = row.text('RoleId');
    if (role !== undefined) batch.roleNames.set(role, row.must('RoleName'));
  },
);

/** A log. What is past and nowhere else is the withdrawal; who is in now stands in UserEnrollments. */
export const enrolmentLog = defineShape<Batch>(
  'EnrollmentsandWithdrawals',
  'full',
  { needs: 'LogId UserId OrgUnitId RoleId Action EnrollmentDate', takes: 'ModifiedByUserId' },
  function* (row, batch) {
    const [course, person, at] = [row.must('OrgUnitId'), row.must('UserId'), row.mustUtc('EnrollmentDate')];
    const isEnd = row.mustOne('Action', {
      Enroll: false,
      Enrolled: false,
      Unenroll: true,
      Unenrolled: true,
      Withdraw: true,
    });
    const roleRaw = batch.roleNames.get(row.must('RoleId'));
    const role = roleRaw === undefined ? undefined : courseRole('RoleId', roleRaw, batch.context.options);
    const member = keyOf(person, course);
    if (!isEnd) yield { passed: 'an enrolment in the log: UserEnrollments says who is in' };
    else if (batch.isPart(course)) yield { passed: 'the end of a membership of a section or group' };
    else if (role !== undefined && role !== 'learner') yield { passed: 'somebody who is no learner and left' };
    else {
      yield { type: 'outcome', key: row.must('LogId'), course, person, kind: 'withdrawn', at };
      if (role === undefined || batch.enrolled.has(member) || batch.lastLog.get(member) !== at) return;
      yield { type: 'enrolment', key: member, course, person, role, roleRaw, to: at, status: 'withdrawn' };
    }
  },
  (row, batch) => batch.latest(keyOf(row.must('UserId'), row.must('OrgUnitId')), row.mustUtc('EnrollmentDate')),
);

/** A log of who may follow whom. The last entry of a pair counts. */
export const auditors = defineShape<Batch>(
  'AuditorRelationshipsLog',
  'full',
  { needs: 'AuditorId UserToAuditId Action ModifiedDate', takes: 'OrgUnitId ModifiedBy' },
  function* (row, batch) {
    const [observer, learner, at] = [row.must('AuditorId'), row.must('UserToAuditId'), row.mustUtc('ModifiedDate')];
    const isOver = row.mustOne('Action', {
      Add: false,
      Added: false,
      Remove: true,
      Removed: true,
      Delete: true,
      Deleted: true,
    });
    const key = keyOf(observer, learner, 'auditor');
    if (batch.lastLog.get(key) !== at) yield { passed: 'an earlier entry about the same auditor and learner' };
    else {
      const state = isOver ? { to: at, deleted: { at } } : { from: at };
      yield { type: 'relation', key, observer, learner, kind: 'auditor', ...state };
    }
  },
  (row, batch) => {
    const key = keyOf(row.must('AuditorId'), row.must('UserToAuditId'), 'auditor');
    batch.latest(key, row.mustUtc('ModifiedDate'));
  },
);
