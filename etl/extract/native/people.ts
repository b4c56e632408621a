import type { z } from 'zod';
import { keyOf } from '../../formats/natural-key.ts';
import type { IdentityClaim } from '../../records/person.ts';
import { type Cells, inOrder } from './cells.ts';
import { envelopeOf, type Table } from './table.ts';

export const persons: Table = {
  file: 'persons.csv',
  required: ['person_id'],
  optional: [
    'sis_id',
    'email',
    'username',
    'display_name',
    'given_name',
    'family_name',
    'preferred_name',
    'kind',
    'locale',
    'timezone',
    'active',
    'region',
    'study_mode',
  ],
  records: (cells) => [
    {
      type: 'person',
      ...envelopeOf(cells, cells.must('person_id')),
      kind: cells.choice('kind', ['human', 'bot', 'test', 'group_account']),
      displayName: cells.text('display_name'),
      givenName: cells.text('given_name'),
      familyName: cells.text('family_name'),
      preferredName: cells.text('preferred_name'),
      locale: cells.text('locale'),
      timezone: cells.zone('timezone'),
      active: cells.flag('active'),
      claims: claims(cells),
      attributes: attributes(cells),
    },
  ],
};

export const enrolments: Table = {
  file: 'enrolments.csv',
  required: ['person_id', 'course_id', 'role'],
  optional: ['enrolment_id', 'section', 'from', 'to', 'status'],
  records(cells) {
    const person = cells.must('person_id');
    const roleRaw = cells.must('role');
    const from = cells.from('from');
    const to = cells.to('to');
    inOrder(from, to, 'to');
    const key = cells.text('enrolment_id') ?? keyOf(person, cells.must('course_id'), roleRaw, cells.text('from'));
    return [
      {
        type: 'enrolment',
        ...envelopeOf(cells, key),
        person,
        role: cells.choice('role', ['learner', 'teacher', 'assistant', 'mentor', 'observer', 'admin', 'other'])!,
        roleRaw,
        section: cells.text('section'),
        from,
        to,
        status: cells.choice('status', ['active', 'inactive', 'suspended', 'withdrawn', 'completed']),
      },
    ];
  },
};

export const relations: Table = {
  file: 'relations.csv',
  required: ['observer_id', 'learner_id', 'kind'],
  optional: ['from', 'to', 'consent'],
  records(cells) {
    const observer = cells.must('observer_id');
    const learner = cells.must('learner_id');
    const kind = cells.must('kind');
    const from = cells.from('from');
    const to = cells.to('to');
    inOrder(from, to, 'to');
    return [
      {
        type: 'relation',
        ...envelopeOf(cells, keyOf(observer, learner, kind.toLowerCase())),
        observer,
        learner,
        kind: cells.choice('kind', ['parent', 'guardian', 'advisor', 'mentor', 'auditor'])!,
        consent: cells.flag('consent'),
        from,
        to,
      },
    ];
  },
};

function claims(cells: Cells): z.input<typeof IdentityClaim>[] {
  const sis = cells.text('sis_id');
  const email = cells.text('email')?.toLowerCase().normalize('NFC');
  const username = cells.text('username');
  return [
    ...(sis === undefined ? [] : [{ scheme: 'sis' as const, value: sis }]),
    ...(email === undefined ? [] : [{ scheme: 'email' as const, value: email }]),
    ...(username === undefined ? [] : [{ scheme: 'username' as const, value: username }]),
  ];
}

/** Slices of the fairness audit; never an input of a score. */
function attributes(cells: Cells): Record<string, string> | undefined {
  const region = cells.text('region');
  const studyMode = cells.text('study_mode');
  if (region === undefined && studyMode === undefined) return undefined;
  return { ...(region === undefined ? {} : { region }), ...(studyMode === undefined ? {} : { studyMode }) };
}
