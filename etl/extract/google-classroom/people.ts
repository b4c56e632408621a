import { refuse } from '../../formats/cell.ts';
import type { Fields } from '../../formats/fields.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

const profileParts = {
  profile: 'id name emailAddress permissions photoUrl verifiedTeacher',
  guardianProfile: 'id name emailAddress permissions photoUrl verifiedTeacher',
  name: 'givenName familyName fullName',
};

const roles = { students: 'learner', teachers: 'teacher' } as const;

/** Students and teachers have the same fields: only the name of their list tells them apart. */
export const member = defineShape<Batch>(
  'a student or teacher',
  'rosters',
  { needs: 'courseId userId profile', takes: 'studentWorkFolder', parts: profileParts },
  function* (row, batch, _file, list) {
    const role = list === 'students' || list === 'teachers' ? roles[list] : noRole();
    const [person, course] = [row.must('userId'), row.must('courseId')];
    if (batch.isNews(`person:${person}`)) yield personOf(person, row.inner('profile'));
    yield { type: 'enrolment', key: keyOf(person, course, role), course, person, role };
  },
);

function noRole(): never {
  return refuse('MISSING_VALUE', 'students', 'or "teachers" does not name the list this member stands in');
}

/** A guardian who accepted. The profile holds an address only for whoever may see it. */
export const guardian = defineShape<Batch>(
  'a guardian',
  'guardians',
  { needs: 'studentId guardianId guardianProfile', takes: 'invitedEmailAddress', parts: profileParts },
  function* (row, batch) {
    const [observer, learner] = [row.must('guardianId'), row.must('studentId')];
    if (batch.isNews(`person:${observer}`)) yield personOf(observer, row.inner('guardianProfile'));
    yield { type: 'relation', key: keyOf(observer, learner, 'guardian'), observer, learner, kind: 'guardian' };
  },
);

export const guardianInvitation = defineShape<Batch>(
  'an invitation of a guardian',
  'guardians',
  { needs: 'studentId invitationId state', takes: 'creationTime', hides: 'invitedEmailAddress' },
  function* () {
    yield { passed: 'an invitation, which nobody has to follow' };
  },
);

export const invitation = defineShape<Batch>(
  'an invitation to a course',
  'rosters',
  { needs: 'id userId courseId role' },
  function* () {
    yield { passed: 'an invitation, which nobody has to follow' };
  },
);

function personOf(key: string, profile: Fields | undefined) {
  const name = profile?.inner('name');
  return personRecord({
    key,
    keyScheme: 'google_id',
    name: name?.text('fullName'),
    givenName: name?.text('givenName'),
    familyName: name?.text('familyName'),
    email: profile?.text('emailAddress'),
  });
}
