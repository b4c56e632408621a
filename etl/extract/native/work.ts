import { refuse } from '../../formats/cell.ts';
import { digestOf, keyOf, moment } from '../../formats/natural-key.ts';
import { activityVerbs } from '../../records/activity.ts';
import { inOrder } from './cells.ts';
import { envelopeOf, type Table } from './table.ts';

/** What people do together or for each other, and what they do alone. */

export const groups: Table = {
  file: 'groups.csv',
  required: ['group_id'],
  optional: ['kind', 'name', 'set_name', 'starts_on', 'ends_on'],
  records(cells) {
    const from = cells.from('starts_on');
    const to = cells.to('ends_on');
    inOrder(from, to, 'ends_on');
    return [
      {
        type: 'group',
        ...envelopeOf(cells, cells.must('group_id')),
        kind: cells.choice('kind', ['project', 'study', 'cohort', 'team', 'tutorial', 'section']),
        set: cells.text('set_name'),
        title: cells.text('name'),
        from,
        to,
      },
    ];
  },
};

export const groupMembers: Table = {
  file: 'group_members.csv',
  required: ['group_id', 'person_id'],
  optional: ['role', 'from', 'to'],
  records(cells) {
    const group = cells.must('group_id');
    const person = cells.must('person_id');
    const from = cells.from('from');
    const to = cells.to('to');
    inOrder(from, to, 'to');
    return [
      {
        type: 'membership',
        ...envelopeOf(cells, keyOf(group, person, cells.text('from'))),
        group,
        person,
        role: cells.text('role'),
        from,
        to,
      },
    ];
  },
};

export const mentorships: Table = {
  file: 'mentorships.csv',
  required: ['mentor_id', 'mentee_id'],
  optional: ['mentorship_id', 'programme', 'starts_on', 'ends_on', 'status'],
  records(cells) {
    const mentor = cells.must('mentor_id');
    const mentee = cells.must('mentee_id');
    const programme = cells.text('programme');
    const from = cells.from('starts_on');
    const to = cells.to('ends_on');
    inOrder(from, to, 'ends_on');
    const key = cells.text('mentorship_id') ?? keyOf(mentor, mentee, programme, cells.text('starts_on'));
    const status = cells.text('status');
    return [{ type: 'mentorship', ...envelopeOf(cells, key), programme, mentor, mentee, from, to, status }];
  },
};

export const feedback: Table = {
  file: 'feedback.csv',
  required: ['giver_id'],
  optional: [
    'feedback_id',
    'activity_id',
    'receiver_id',
    'receiver_group_id',
    'allotted_at',
    'given_at',
    'score',
    'max_score',
    'words',
    'allotted',
    'completed',
    'anonymous',
    'kind',
  ],
  records(cells) {
    const giver = cells.must('giver_id');
    const receiver = cells.text('receiver_id');
    const receiverGroup = cells.text('receiver_group_id');
    const activity = cells.text('activity_id');
    const completed = cells.flag('completed');
    const given = cells.instant('given_at');
    if (completed === true && given === undefined) {
      refuse('MISSING_VALUE', 'given_at', 'is empty, but "completed" says that it was given. Say when');
    }
    // On one piece of work a person is reviewed once; without its name, the moment tells two reviews apart.
    const which = activity ?? (given && moment(given));
    const key = cells.text('feedback_id') ?? keyOf(giver, receiver ?? receiverGroup, which);
    return [
      {
        type: 'feedback',
        ...envelopeOf(cells, key),
        giver,
        receiver,
        receiverGroup,
        activity,
        kind: cells.choice('kind', ['peer', 'self', 'staff', 'comment']) ?? (giver === receiver ? 'self' : 'peer'),
        allotted: cells.flag('allotted'),
        allottedAt: cells.instant('allotted_at'),
        givenAt: completed === false ? undefined : given,
        score: cells.number('score'),
        maxScore: cells.number('max_score'),
        words: cells.count('words'),
        anonymous: cells.flag('anonymous'),
      },
    ];
  },
};

export const activity: Table = {
  file: 'activity.csv',
  required: ['person_id', 'verb', 'at'],
  optional: ['event_id', 'object_id', 'object_type', 'duration_s', 'session_id', 'count', 'clicks'],
  records(cells) {
    const person = cells.must('person_id');
    const verbRaw = cells.must('verb');
    const verb = activityVerbs.find((known) => known === verbRaw.toLowerCase());
    const object = cells.text('object_id');
    const at = cells.mustInstant('at');
    return [
      {
        type: 'activity',
        ...envelopeOf(cells, cells.text('event_id') ?? digestOf(person, verbRaw, object, moment(at))),
        person,
        verb: verb ?? 'other',
        verbRaw: verb === undefined ? verbRaw : undefined,
        object,
        objectType: cells.text('object_type'),
        at,
        session: cells.text('session_id'),
        durationSeconds: cells.amount('duration_s'),
        count: cells.count('count'),
        clicks: cells.count('clicks'),
      },
    ];
  },
};
