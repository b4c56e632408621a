import { table } from './matrix-table.ts';
import { staffRoles, type StaffRole } from '../support/university.ts';

export const askers = [...staffRoles, 'nobody'] as const satisfies readonly (StaffRole | 'nobody')[];
export type Asker = (typeof askers)[number];

/** What is sent where an empty request would only be "not valid". `{courseId}` and `{personId}` are filled in. */
export interface Sample {
  readonly query?: string;
  readonly body?: object;
}

export const samples: Readonly<Record<string, Sample>> = {
  'GET /api/v1/courses/:courseId/learners/:personId/evidence': { query: '?component=voice' },
  'POST /api/v1/exports': {
    body: {
      unitId: 999_999,
      contents: ['ties'],
      format: 'csv',
      minLearners: 5,
      purpose: 'To see who is let in, of no part of the institution.',
    },
  },
  'POST /api/v1/reports': { body: { kind: 'cohort', format: 'print', unitId: 999_999, least: 5 } },
  'POST /api/v1/reports/schedules': {
    body: { kind: 'cohort', format: 'print', name: 'of nowhere', unitId: 999_999, everyDays: 7, least: 5 },
  },
  'POST /api/v1/reports/schedules/steer': { body: { name: 'of nobody', deed: 'pause' } },
  'POST /api/v1/tokens': {
    body: {
      title: 'of nobody',
      scopes: ['exports'],
      until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    },
  },
  'POST /api/v1/exports/:exportId/decision': { body: { decision: 'decline' } },
  'POST /api/v1/contacts': { body: { people: [{ courseId: 999_999, personId: 999_999 }], channel: 'call' } },
  'POST /api/v1/courses/:courseId/learners/:personId/messages': {
    body: { subject: 'Hello', body: 'Hello', template: 'band', confirmed: true },
  },
  'POST /api/v1/courses/:courseId/learners/:personId/cases': { body: { concern: 'of nobody yet' } },
  'POST /api/v1/courses/:courseId/cases/:caseId/plan': { body: { take: true } },
  'POST /api/v1/courses/:courseId/cases/:caseId/close': { body: { reason: 'reached', message: 'of nobody' } },
  'POST /api/v1/courses/:courseId/learners/:personId/notes': { body: { level: 'normal', body: 'of nobody yet' } },
  'POST /api/v1/courses/:courseId/notes/:noteId/revisions': { body: { body: 'of nobody' } },
  'POST /api/v1/settings/language': { body: { language: null } },
  'POST /api/v1/courses/:courseId/pulse': { body: { days: 3 } },
  'POST /api/v1/pulse/:link': { body: { named: false } },
  'POST /api/v1/cohorts': { body: { title: 'of everybody', rule: {} } },
  'POST /api/v1/digest': { body: { wanted: false, weekday: 1, hour: 8, timezone: 'UTC' } },
  'POST /api/v1/courses/:courseId/steps': { body: { step: 'mix_groups', theme: 'VC', onDay: '2026-01-05' } },
  'POST /api/v1/courses/:courseId/mentors/proposals': { body: { personIds: [999_999] } },
  'POST /api/v1/courses/:courseId/mentors/:matchId/decision': { body: { to: 'confirmed' } },
  'POST /api/v1/templates/:key': { body: { reset: true } },
  'POST /api/v1/contacts/withdraw': { body: { contacts: [{ courseId: 999_999, contactId: 999_999 }] } },
  'POST /api/v1/courses/:courseId/learners/:personId/alerts/:type': { body: { to: 'snoozed' } },
  'POST /api/v1/courses/:courseId/staff': { body: { personIds: [999_999_999] } },
  'GET /api/v1/matches/accounts': { query: '?word=nobody' },
  'POST /api/v1/matches': { body: { kind: 'join', accountIds: [999_999, 999_998] } },
  'POST /api/v1/runs/:runId/decision': { body: { decision: 'drop' } },
  'POST /api/v1/sign-in/password': { body: { email: 'nobody@example.edu', password: 'not the password' } },
  'POST /api/v1/sign-in/password/new': {
    body: { token: 'a link that nobody ever made', password: 'long enough to be one' },
  },
  'POST /api/v1/sign-in/waiting/:waitingId': { body: { email: null } },
  'POST /api/v1/my-data/consent': { body: { purpose: 'mentoring', courseId: 999_999, granted: true } },
  'POST /api/v1/my-data/sources/:sourceId': { body: { granted: true } },
  'POST /api/v1/my-data/declarations': {
    body: { courseId: 999_999, kind: 'study_group', from: '2026-01-05T00:00:00Z' },
  },
  'POST /api/v1/my-data/mentoring': { body: { offer: null } },
  'POST /api/v1/my-data/apart': { body: { name: 'Nobody Here' } },
  'POST /api/v1/my-data/requests': { body: { kind: 'object', wish: 'Leave this out.' } },
  'POST /api/v1/my-data/handles': { body: { place: 'moodle:main', handle: 'nobody' } },
  'POST /api/v1/courses/:courseId/learners/:personId/declarations': {
    body: { kind: 'study_group', from: '2026-01-05T00:00:00Z' },
  },
  'POST /api/v1/data-requests/:requestId/answer': { body: { granted: false, answer: 'No.' } },
  'POST /api/v1/rights/erasures': { body: { email: 'nobody@example.edu' } },
  'POST /api/v1/rights/tasks/:taskId/decision': { body: { decision: 'drop' } },
  'POST /api/v1/rights/retention': { body: { class: 'none', days: null } },
  'GET /lti/login': { query: '?iss=https://nobody.example&login_hint=1&target_link_uri=https://kith.example' },
  'POST /lti/login': {
    body: { iss: 'https://nobody.example', login_hint: '1', target_link_uri: 'https://kith.example' },
  },
  'POST /lti/launch': { body: { state: 'of nobody', id_token: 'a.b.c' } },
  'POST /api/v1/grants': { body: { email: 'nobody@example.edu', role: 'lead' } },
  'POST /api/v1/providers': {
    body: { kind: 'oidc', title: 'Of nobody', issuer: 'https://nobody.example', clientId: 'kith', secret: 'nothing' },
  },
  'POST /api/v1/schedules': {
    body: { kind: 'folder', source: 'of nobody', folder: '../etc', when: { everyMinutes: 60, dailyAt: null } },
  },
  'POST /api/v1/schedules/:sourceId': { body: { deed: 'run' } },
  'POST /api/v1/providers/:providerId/secret': { body: { secret: 'nothing' } },
  'GET /api/v1/access-log/extract': { query: '?learner=north.learner@example.edu' },
  'POST /api/v1/courses/:courseId/delegations': {
    body: { email: 'nobody@example.edu', role: 'instructor', until: new Date(Date.now() + 86_400_000).toISOString() },
  },
  'POST /api/v1/sign-in': { body: { token: 'a link that nobody ever made' } },
};

export interface Row {
  readonly route: string;
  readonly node: 'own' | 'foreign' | undefined;
  readonly status: Readonly<Record<Asker, number>>;
}

export const matrix: readonly Row[] = read(table);

function read(text: string): Row[] {
  const [head, ...lines] = text.trim().split('\n');
  if (head?.trim().split(/\s+/).join() !== askers.join()) throw new Error('The head of the matrix names other roles.');
  return lines.map((line) => {
    const words = line.trim().split(/\s+/);
    const [method, url, ...rest] = words;
    const node = rest[0] === 'own' || rest[0] === 'foreign' ? rest[0] : undefined;
    const numbers = rest.slice(node === undefined ? 0 : 1).map(Number);
    if (numbers.length !== askers.length)
      throw new Error(`The line of ${method} ${url} has ${numbers.length} numbers.`);
    const status = Object.fromEntries(askers.map((who, index) => [who, numbers[index]])) as Row['status'];
    return { route: `${method} ${url}`, node, status };
  });
}
