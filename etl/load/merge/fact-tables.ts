import { account, flag, float, instant, integer, text, valid, type FactTable, type FactType } from './fact-table.ts';
import { postTable } from './post-table.ts';

export const factTables: Readonly<Record<FactType, FactTable>> = {
  award: {
    table: 'core.award',
    id: 'award_id',
    columns: {
      account_id: account('person'),
      kind: text('kind'),
      title: text('title'),
      definition_key: text('definition'),
      occurred_at: instant('at'),
      revoked_at: instant('revokedAt'),
      value: float('value'),
      by_account_id: account('by'),
    },
  },
  consent: {
    table: 'core.consent',
    id: 'consent_id',
    columns: {
      account_id: account('person'),
      purpose: text('purpose'),
      granted: flag('granted'),
      occurred_at: instant('at'),
    },
  },
  declaration: {
    table: 'core.declaration',
    id: 'declaration_id',
    columns: {
      account_id: account('person'),
      kind: text('kind'),
      occurred_at: instant('from'),
      valid_to: instant('to'),
    },
  },
  enrolment: {
    table: 'core.enrolment',
    id: 'enrolment_id',
    columns: {
      account_id: account('person'),
      role: text('role'),
      role_raw: text('roleRaw'),
      section: text('section'),
      ...valid,
      status: text('status'),
    },
  },
  feedback: {
    table: 'core.feedback',
    id: 'feedback_id',
    columns: {
      giver_account_id: account('giver'),
      receiver_account_id: account('receiver'),
      receiver_group_key: text('receiverGroup'),
      activity_key: text('activity'),
      kind: text('kind'),
      allotted: flag('allotted'),
      allotted_at: instant('allottedAt'),
      occurred_at: instant('givenAt'),
      score: float('score'),
      max_score: float('maxScore'),
      words: integer('words'),
      anonymous: flag('anonymous'),
    },
  },
  group: {
    table: 'core.course_group',
    id: 'course_group_id',
    columns: { key: text('key'), kind: text('kind'), set_name: text('set'), title: text('title'), ...valid },
  },
  membership: {
    table: 'core.membership',
    id: 'membership_id',
    columns: { group_key: text('group'), account_id: account('person'), role: text('role'), ...valid },
  },
  mentorship: {
    table: 'core.mentorship',
    id: 'mentorship_id',
    columns: {
      programme: text('programme'),
      mentor_account_id: account('mentor'),
      mentee_account_id: account('mentee'),
      ...valid,
      status: text('status'),
    },
  },
  outcome: {
    table: 'core.outcome',
    id: 'outcome_id',
    columns: {
      account_id: account('person'),
      kind: text('kind'),
      occurred_at: instant('at'),
      grade: text('grade'),
      reason: text('reason'),
    },
  },
  post: postTable,
  presence: {
    table: 'core.presence',
    id: 'presence_id',
    columns: {
      session_key: text('session'),
      account_id: account('person'),
      precision: text('precision'),
      status: text('status'),
      occurred_at: instant('joinAt'),
      leave_at: instant('leaveAt'),
      seconds: float('seconds'),
      role: text('role'),
    },
  },
  reaction: {
    table: 'core.reaction',
    id: 'reaction_id',
    columns: {
      post_key: text('post'),
      account_id: account('person'),
      kind: text('kind'),
      occurred_at: instant('at'),
      count: integer('count'),
    },
  },
  relation: {
    table: 'core.relation',
    id: 'relation_id',
    inCourse: false,
    columns: {
      observer_account_id: account('observer'),
      learner_account_id: account('learner'),
      kind: text('kind'),
      consent: flag('consent'),
      ...valid,
    },
  },
  session: {
    table: 'core.session',
    id: 'session_id',
    columns: {
      key: text('key'),
      parent_key: text('parent'),
      group_key: text('group'),
      kind: text('kind'),
      title: text('title'),
      occurred_at: instant('startsAt'),
      ends_at: instant('endsAt'),
      cancelled: flag('cancelled'),
      mandatory: flag('mandatory'),
      host_account_id: account('host'),
      location_mode: text('locationMode'),
      url: text('url'),
    },
  },
  space: {
    table: 'core.space',
    id: 'space_id',
    columns: {
      key: text('key'),
      parent_key: text('parent'),
      kind: text('kind'),
      formality: text('formality'),
      visibility: text('visibility'),
      group_key: text('group'),
      title: text('title'),
      url: text('url'),
      staff_only: flag('staffOnly'),
    },
  },
  survey_response: {
    table: 'core.survey_response',
    id: 'survey_response_id',
    columns: {
      survey_key: text('survey'),
      wave: text('wave'),
      account_id: account('person'),
      // In the database by item, because that is how a pulse is asked for.
      items: `(select jsonb_object_agg(i ->> 'item', coalesce(i -> 'number', i -> 'text')) from jsonb_array_elements(r -> 'items') as i)`,
      occurred_at: instant('answeredAt'),
    },
  },
};

export const factTypes = Object.keys(factTables) as FactType[];

export const isFactType = (type: string): type is FactType => type in factTables;
