import { keyOf, moment } from '../../formats/natural-key.ts';
import { inOrder } from './cells.ts';
import { envelopeOf, type Table } from './table.ts';

/** What a learner chose, and what became of them. */

export const consents: Table = {
  file: 'consents.csv',
  required: ['person_id', 'purpose', 'granted', 'at'],
  optional: [],
  records(cells) {
    const person = cells.must('person_id');
    const purpose = cells.must('purpose').toLowerCase();
    const at = cells.mustInstant('at');
    cells.must('granted');
    return [
      {
        type: 'consent',
        ...envelopeOf(cells, keyOf(person, cells.text('course_id'), purpose, moment(at))),
        person,
        purpose: cells.choice('purpose', ['analytics', 'direct_messages', 'survey_contact', 'mentoring'])!,
        granted: cells.flag('granted')!,
        at,
      },
    ];
  },
};

export const declarations: Table = {
  file: 'declarations.csv',
  required: ['person_id', 'kind', 'from'],
  optional: ['to'],
  records(cells) {
    const person = cells.must('person_id');
    const kind = cells.must('kind').toLowerCase();
    cells.must('from');
    const from = cells.from('from')!;
    const to = cells.to('to');
    inOrder(from, to, 'to');
    return [
      {
        type: 'declaration',
        ...envelopeOf(cells, keyOf(person, cells.text('course_id'), kind, moment(from))),
        person,
        kind: cells.choice('kind', ['study_group', 'offline_contact', 'other'])!,
        from,
        to,
      },
    ];
  },
};

export const outcomes: Table = {
  file: 'outcomes.csv',
  required: ['person_id', 'course_id', 'kind'],
  optional: ['outcome_id', 'at', 'reason', 'grade'],
  records(cells) {
    const person = cells.must('person_id');
    const kind = cells.must('kind').toLowerCase();
    const at = cells.from('at');
    return [
      {
        type: 'outcome',
        ...envelopeOf(
          cells,
          cells.text('outcome_id') ?? keyOf(person, cells.must('course_id'), kind, at && moment(at)),
        ),
        person,
        kind: cells.choice('kind', [
          'enrolled',
          'withdrawn',
          'completed',
          'passed',
          'failed',
          'certified',
          'deferred',
        ])!,
        at,
        grade: cells.text('grade'),
        reason: cells.text('reason'),
      },
    ];
  },
};

export const awards: Table = {
  file: 'awards.csv',
  required: ['person_id', 'kind', 'awarded_at'],
  optional: ['award_id', 'name', 'definition_id', 'revoked_at', 'value', 'awarded_by'],
  records(cells) {
    const person = cells.must('person_id');
    cells.must('kind');
    const at = cells.mustInstant('awarded_at');
    const definition = cells.text('definition_id');
    return [
      {
        type: 'award',
        ...envelopeOf(cells, cells.text('award_id') ?? keyOf(person, definition ?? cells.text('name'), moment(at))),
        person,
        kind: cells.choice('kind', ['badge', 'certificate', 'points', 'rank'])!,
        title: cells.text('name'),
        definition,
        at,
        revokedAt: cells.instant('revoked_at'),
        value: cells.number('value'),
        by: cells.text('awarded_by'),
      },
    ];
  },
};
