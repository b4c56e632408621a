import type { Fields } from '../../formats/fields.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import { apart, defineShape, type Meant } from '../../formats/shape.ts';

/** Persons of this load: one stands in many classes. */
export interface Batch {
  readonly told: Set<string>;
}

const userNames =
  'id displayName givenName surname middleName mail userPrincipalName primaryRole externalSource externalSourceDetail ' +
  'accountEnabled userType student teacher relatedContacts mailNickname createdBy onPremisesInfo preferredLanguage ' +
  'usageLocation department showInAddressList rubrics';
const hidden =
  'mobilePhone businessPhones officeLocation mailingAddress residenceAddress passwordPolicies passwordProfile ' +
  'assignedLicenses assignedPlans provisionedPlans refreshTokensValidFromDateTime birthDate gender';
const parts = {
  student: 'externalId studentNumber grade graduationYear primaryCategory birthDate gender',
  teacher: 'externalId teacherNumber',
  relatedContacts: 'id displayName emailAddress mobilePhone relationship accessConsent',
  members: `${userNames} ${hidden}`,
  teachers: `${userNames} ${hidden}`,
};
const roles = { members: 'learner', teachers: 'teacher' } as const;

export const educationClass = defineShape<Batch>(
  'an education class',
  'classes',
  {
    needs: 'id displayName classCode',
    takes:
      'mailNickname externalId externalName externalSource externalSourceDetail grade course term createdBy members ' +
      'teachers group schools assignments',
    hides: `description ${hidden}`,
    parts,
  },
  function* (row, batch) {
    const [course, title, code] = [row.must('id'), row.must('displayName'), row.text('classCode')];
    const sisId = row.text('externalId');
    yield { type: 'course', key: course, title, ...(code && { code }), ...(sisId && { sisId }) };
    const teachers = new Set(row.each('teachers').map((teacher) => teacher.must('id')));
    for (const list of ['teachers', 'members'] as const) {
      for (const user of row.each(list)) yield* apart(() => memberOf(user, course, roles[list], teachers, batch));
    }
  },
);

/** Alone, or in the list of a class that only its file names. */
export const educationUser = defineShape<Batch>(
  'an education user',
  'users',
  { needs: 'id displayName userPrincipalName primaryRole', takes: userNames, hides: hidden, parts },
  function* (row, batch, file) {
    const [, list, course] = /(members|teachers)-([0-9a-f-]{8,})[^/]*$/i.exec(file) ?? [];
    const kind = list?.toLowerCase();
    if (course !== undefined && (kind === 'members' || kind === 'teachers')) {
      yield* memberOf(row, course, roles[kind], new Set(), batch);
    } else yield* personOf(row, batch);
  },
);

/** Graph lists teachers among the members too. */
function* memberOf(
  user: Fields,
  course: string,
  role: 'learner' | 'teacher',
  teachers: ReadonlySet<string>,
  batch: Batch,
): Generator<Meant> {
  const person = user.must('id');
  const primary = user.one('primaryRole', {
    student: 'learner',
    teacher: 'teacher',
    none: 'other',
    faculty: 'other',
  } as const);
  yield* personOf(user, batch);
  if (role === 'learner' && (teachers.has(person) || primary === 'teacher')) {
    yield { passed: 'a teacher in the list of members' };
    return;
  }
  yield { type: 'enrolment', key: keyOf(person, course, role), course, person, role };
}

function* personOf(user: Fields, batch: Batch): Generator<Meant> {
  const key = user.must('id');
  if (batch.told.has(key)) return;
  batch.told.add(key);
  const student = user.inner('student');
  yield personRecord({
    key,
    keyScheme: 'entra_oid',
    name: user.text('displayName'),
    givenName: user.text('givenName'),
    familyName: user.text('surname'),
    email: user.text('mail'),
    sisId: student?.text('externalId') ?? student?.text('studentNumber') ?? user.inner('teacher')?.text('externalId'),
    active: user.flag('accountEnabled'),
  });
  for (const contact of user.each('relatedContacts')) yield* apart(() => contactOf(contact, key));
}

const kinds = {
  parent: 'parent',
  relative: 'guardian',
  aide: 'advisor',
  doctor: 'none',
  guardian: 'guardian',
  child: 'none',
  other: 'none',
} as const;

/** A contact has no account: the address is the key. */
function* contactOf(contact: Fields, learner: string): Generator<Meant> {
  const kind = contact.mustOne('relationship', kinds);
  const email = contact.text('emailAddress')?.toLowerCase();
  if (kind === 'none' || email === undefined) yield { passed: 'a contact who is no observer, or has no address' };
  else {
    const consent = contact.flag('accessConsent');
    yield personRecord({ key: email, keyScheme: 'email', name: contact.text('displayName') });
    yield {
      type: 'relation',
      key: keyOf(email, learner, kind),
      observer: email,
      learner,
      kind,
      ...(consent !== undefined && { consent }),
    };
  }
}
