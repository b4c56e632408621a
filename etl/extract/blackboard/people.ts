import { type CourseRole, courseRole } from '../../formats/course-role.ts';
import type { Fields } from '../../formats/fields.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

const availability = 'available duration';

/** The roles every Blackboard has. Those an institution made are told by their names. */
const roles: Readonly<Record<string, CourseRole>> = {
  Student: 'learner',
  Instructor: 'teacher',
  BbFacilitator: 'assistant',
  TeachingAssistant: 'assistant',
  Grader: 'assistant',
  CourseBuilder: 'other',
  Guest: 'other',
};

export const course = defineShape<Batch>(
  'a course',
  'rosters',
  {
    needs: 'id courseId name availability',
    takes:
      'uuid externalId dataSourceId created modified organization ultraStatus allowGuests allowObservers closedComplete ' +
      'termId enrollment locale hasChildren parentId externalAccessUrl guestAccessUrl copyHistory readOnly',
    hides: 'description',
    parts: { availability },
  },
  function* (row) {
    const [key, title, code] = [row.must('id'), row.must('name'), row.must('courseId')];
    const sisId = row.text('externalId');
    yield { type: 'course', key, title, code, ...(sisId !== undefined && { sisId }) };
  },
);

const userNames = {
  needs: 'id userName name',
  takes:
    'uuid externalId dataSourceId studentId created modified lastLogin institutionRoleIds systemRoleIds availability contact locale',
  hides: 'educationLevel gender pronouns birthDate job address avatar pronunciation pronunciationAudio',
  parts: {
    name: 'given family middle other suffix title preferredDisplayName',
    contact: 'email institutionEmail homePhone mobilePhone businessPhone businessFax homeFax webPage',
  },
};

export const user = defineShape<Batch>('a user', 'rosters', userNames, function* (row, batch) {
  if (batch.isNews(row.must('id'))) yield personOf(row);
  else yield { passed: 'a user who was named before' };
});

/** A member of a course, with the user inside where the answer was asked for with expand=user. */
export const member = defineShape<Batch>(
  'a member of a course',
  'rosters',
  {
    needs: 'userId courseId courseRoleId',
    takes:
      'id user childCourseId dataSourceId created modified availability bypassCourseAvailabilityUntil lastAccessed ' +
      'displayOrder',
    hides: userNames.hides,
    parts: { ...userNames.parts, availability, user: `${userNames.needs} ${userNames.takes} ${userNames.hides}` },
  },
  function* (row, batch) {
    const [person, inCourse, roleRaw] = [row.must('userId'), row.must('courseId'), row.must('courseRoleId')];
    const known = row.inner('user');
    const isPreview = /_previewuser$/i.test(known?.text('userName') ?? '');
    if (isPreview) {
      yield { passed: 'a user for looking at the course as a learner does' };
      return;
    }
    const role = roles[roleRaw] ?? courseRole('courseRoleId', roleRaw, batch.context.options);
    if (known && batch.isNews(person)) yield personOf(known);
    const status = row
      .inner('availability')
      ?.one('available', { Yes: 'active', No: 'inactive', Disabled: 'inactive' } as const);
    const from = row.instant('created');
    yield {
      type: 'enrolment',
      key: row.text('id') ?? keyOf(person, inCourse),
      course: inCourse,
      person,
      role,
      roleRaw,
      ...(from !== undefined && { from }),
      ...(status !== undefined && { status }),
    };
  },
);

/** `externalId` is what the student information system calls the user (batch_uid). */
function personOf(row: Fields) {
  const [name, contact] = [row.inner('name'), row.inner('contact')];
  const shown = name?.text('preferredDisplayName');
  return personRecord({
    key: row.must('id'),
    givenName: name?.text('given'),
    familyName: name?.text('family'),
    // Which of the names is to be shown, not a name.
    name: shown === undefined || /^(?:GivenName|OtherName|Both)$/.test(shown) ? undefined : shown,
    email: contact?.text('institutionEmail') ?? contact?.text('email'),
    sisId: row.text('externalId') ?? row.text('studentId'),
    username: row.text('userName'),
  });
}
