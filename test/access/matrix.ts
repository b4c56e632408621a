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
  'POST /api/v1/contacts': { body: { people: [{ courseId: 999_999, personId: 999_999 }], channel: 'call' } },
  'POST /api/v1/courses/:courseId/learners/:personId/messages': {
    body: { subject: 'Hello', body: 'Hello', template: 'band', confirmed: true },
  },
  'POST /api/v1/courses/:courseId/learners/:personId/cases': { body: { concern: 'of nobody yet' } },
  'POST /api/v1/courses/:courseId/cases/:caseId/plan': { body: { take: true } },
  'POST /api/v1/courses/:courseId/cases/:caseId/close': { body: { reason: 'reached', message: 'of nobody' } },
  'POST /api/v1/courses/:courseId/learners/:personId/notes': { body: { level: 'normal', body: 'of nobody yet' } },
  'POST /api/v1/courses/:courseId/notes/:noteId/revisions': { body: { body: 'of nobody' } },
  'POST /api/v1/digest': { body: { wanted: false, weekday: 1, hour: 8, timezone: 'UTC' } },
  'POST /api/v1/courses/:courseId/steps': { body: { step: 'mix_groups', theme: 'VC', onDay: '2026-01-05' } },
  'POST /api/v1/courses/:courseId/mentors/proposals': { body: { personIds: [999_999] } },
  'POST /api/v1/courses/:courseId/mentors/:matchId/decision': { body: { to: 'confirmed' } },
  'POST /api/v1/templates/:key': { body: { reset: true } },
  'POST /api/v1/contacts/withdraw': { body: { contacts: [{ courseId: 999_999, contactId: 999_999 }] } },
  'POST /api/v1/courses/:courseId/learners/:personId/alerts/:type': { body: { to: 'snoozed' } },
  'POST /api/v1/courses/:courseId/staff': { body: { personIds: [999_999_999] } },
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
  'POST /api/v1/providers/:providerId/secret': { body: { secret: 'nothing' } },
  'GET /api/v1/access-log/extract': { query: '?learner=north.learner@example.edu' },
  'POST /api/v1/courses/:courseId/delegations': {
    body: { email: 'nobody@example.edu', role: 'instructor', until: new Date(Date.now() + 86_400_000).toISOString() },
  },
  'POST /api/v1/sign-in': { body: { token: 'a link that nobody ever made' } },
};

/**
 * Who gets which status, one line a route; a route about a course has one for a course of the instructor's and one for a
 * course of the stranger's. A route that is missing here fails the test: whoever adds one decides who may have it.
 */
// prettier-ignore
const table = `
                                                                   instructor assistant lead support researcher steward admin learner stranger nobody
GET  /healthz                                                       200        200       200  200     200        200     200   200     200      200
GET  /readyz                                                        200        200       200  200     200        200     200   200     200      200
GET  /metrics                                                       404        404       404  404     404        404     404   404     404      404
GET  /api/v1/me                                                    200        200       200  200     200        200     200   200     200      401
GET  /api/v1/definitions                                           200        200       200  200     200        200     200   200     200      200
GET  /api/v1/definitions/own                                       200        200       200  200     200        200     200   200     200      401
GET  /api/v1/openapi.json                                          200        200       200  200     200        200     200   200     200      200
GET  /api/v1                                                       200        200       200  200     200        200     200   200     200      200
POST /api/v1/sign-in                                               401        401       401  401     401        401     401   401     401      401
POST /api/v1/sign-in/password                                      401        401       401  401     401        401     401   401     401      401
POST /api/v1/sign-in/password/new                                  401        401       401  401     401        401     401   401     401      401
GET  /api/v1/old-numbers                                           200        200       200  200     200        200     200   200     200      401
GET  /api/v1/courses                                               200        200       200  200     200        200     200   200     200      401
GET  /api/v1/courses/:courseId                             own     200        200       200  404     200        404     404   404     404      401
GET  /api/v1/courses/:courseId                             foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/courses/:courseId/learners                    own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/learners                    foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/courses/:courseId/learners/:personId          own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/learners/:personId          foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/courses/:courseId/learners/:personId/evidence own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/learners/:personId/evidence foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/courses/:courseId/network                     own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/network                     foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/courses/:courseId/waiting                     own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/waiting                     foreign 404        404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/staff                       own     200        200       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/staff                       foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/programmes                                            200        200       200  200     200        200     200   200     200      401
GET  /api/v1/programmes/:unitId                                    404        404       404  404     404        404     404   404     404      401
GET  /api/v1/monday                                                200        200       200  200     200        200     200   200     200      401
POST /api/v1/contacts                                              404        404       404  404     404        404     404   404     404      401
POST /api/v1/contacts/withdraw                                     200        200       200  200     200        200     200   200     200      401
POST /api/v1/courses/:courseId/contacts/:contactId/answered own    404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/contacts/:contactId/answered foreign 404       404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/learners/:personId/alerts/:type own 200        200       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/learners/:personId/alerts/:type foreign 404    404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/alert-steps/:stepId/undo     own    404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/alert-steps/:stepId/undo     foreign 404       404       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/learners/:personId/draft     own    200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/learners/:personId/draft     foreign 404       404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/learners/:personId/messages  own    409        409       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/learners/:personId/messages  foreign 404       404       404  404     404        404     404   404     409      401
POST /api/v1/templates/:key                                        200        200       200  200     200        200     200   200     200      401
GET  /api/v1/runs                                                  403        403       403  403     403        200     200   403     403      401
GET  /api/v1/runs/:runId                                           403        403       403  403     403        404     404   403     403      401
GET  /api/v1/runs/:runId/rejects                                   403        403       403  403     403        200     200   403     403      401
GET  /api/v1/sources                                               403        403       403  403     403        200     200   403     403      401
GET  /api/v1/course-sources                                        403        403       403  403     403        200     200   403     403      401
GET  /api/v1/runs/:runId/rejects.csv                               403        403       403  403     403        404     404   403     403      401
GET  /api/v1/matches                                               403        403       403  403     403        200     200   403     403      401
POST /api/v1/matches                                               403        403       403  403     403        404     404   403     403      401
POST /api/v1/runs/:runId/mended                                    403        403       403  403     403        404     404   403     403      401
POST /api/v1/runs/:runId/decision                                  403        403       403  403     403        404     404   403     403      401
POST /api/v1/uploads                                               403        403       403  403     403        200     200   403     403      401
POST /api/v1/uploads/:uploadId/files                               403        403       403  403     403        400     400   403     403      401
POST /api/v1/uploads/:uploadId/look                                403        403       403  403     403        400     400   403     403      401
POST /api/v1/uploads/:uploadId/load                                403        403       403  403     403        400     400   403     403      401
GET  /api/v1/uploads/:uploadId                                     403        403       403  403     403        400     400   403     403      401
GET  /api/v1/uploads/:uploadId/progress                            403        403       403  403     403        400     400   403     403      401
POST /api/v1/uploads/:uploadId/cancel                              403        403       403  403     403        400     400   403     403      401
GET  /api/v1/sign-in/ways                                          200        200       200  200     200        200     200   200     200      200
GET  /api/v1/sign-in/oidc/:providerId                              404        404       404  404     404        404     404   404     404      404
GET  /api/v1/sign-in/oidc/callback                                 302        302       302  302     302        302     302   302     302      302
GET  /api/v1/sign-in/waiting                                       403        403       403  403     403        200     200   403     403      401
POST /api/v1/sign-in/waiting/:waitingId                            403        403       403  403     403        404     404   403     403      401
GET  /lti/login                                                    404        404       404  404     404        404     404   404     404      404
POST /lti/login                                                    404        404       404  404     404        404     404   404     404      404
POST /lti/launch                                                   303        303       303  303     303        303     303   303     303      303
GET  /lti/jwks.json                                                200        200       200  200     200        200     200   200     200      200
GET  /api/v1/grants                                                403        403       403  403     403        200     200   403     403      401
POST /api/v1/grants                                                403        403       403  403     403        404     404   403     403      401
POST /api/v1/grants/:grantId/end                                   403        403       403  403     403        404     404   403     403      401
GET  /api/v1/providers                                             403        403       403  403     403        200     200   403     403      401
POST /api/v1/providers                                             403        403       403  403     403        403     200   403     403      401
POST /api/v1/providers/:providerId/secret                          403        403       403  403     403        404     404   403     403      401
POST /api/v1/providers/:providerId/remove                          403        403       403  403     403        403     404   403     403      401
GET  /api/v1/access-log                                            403        403       403  403     403        200     200   403     403      401
GET  /api/v1/access-log/extract                                    403        403       403  403     403        200     200   403     403      401
GET  /api/v1/access-log/seals                                      403        403       403  403     403        200     200   403     403      401
POST /api/v1/courses/:courseId/delegations                 own     404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/delegations                 foreign 404        404       404  404     404        404     404   404     404      401
GET  /api/v1/my-data                                               200        200        200        200        200        200        200        200        200        401
GET  /api/v1/my-data/extract                                       200        200        200        200        200        200        200        200        200        401
POST /api/v1/my-data/consent                                       404        404        404        404        404        404        404        404        404        401
POST /api/v1/my-data/sources/:sourceId                             404        404        404        404        404        404        404        404        404        401
POST /api/v1/my-data/declarations                                  404        404        404        404        404        404        404        404        404        401
POST /api/v1/my-data/mentoring                                     200        200        200        200        200        200        200        200        200        401
POST /api/v1/my-data/apart                                         404        404        404        404        404        404        404        404        404        401
POST /api/v1/my-data/apart/:personId/end                           404        404        404        404        404        404        404        404        404        401
POST /api/v1/my-data/requests                                      200        200        200        200        200        200        200        200        200        401
POST /api/v1/my-data/handles                                       200        200        200        200        200        200        200        200        200        401
POST /api/v1/courses/:courseId/declarations/:declarationId/end own     404        404        404        404        404        404        404        404        404        401
POST /api/v1/courses/:courseId/declarations/:declarationId/end foreign 404        404        404        404        404        404        404        404        404        401
POST /api/v1/courses/:courseId/learners/:personId/declarations own     200        200        404        404        404        404        404        404        404        401
POST /api/v1/courses/:courseId/learners/:personId/declarations foreign 404        404        404        404        404        404        404        404        200        401
GET  /api/v1/data-requests                                         403        403        403        403        403        200        200        403        403        401
POST /api/v1/data-requests/:requestId/answer                       403        403        403        403        403        404        404        403        403        401
GET  /api/v1/rights                                                403        403        403        403        403        200        200        403        403        401
POST /api/v1/rights/erasures                                       403        403        403        403        403        404        404        403        403        401
POST /api/v1/rights/removals                                       403        403        403        403        403        200        200        403        403        401
POST /api/v1/rights/tasks/:taskId/decision                         403        403        403        403        403        404        404        403        403        401
POST /api/v1/rights/retention                                      403        403        403        403        403        404        404        403        403        401
GET  /xapi/about                                                   200        200       200  200     200        200     200   200     200      200
GET  /xapi/statements                                              401        401       401  401     401        401     401   401     401      401
PUT  /xapi/statements                                              401        401       401  401     401        401     401   401     401      401
POST /xapi/statements                                              401        401       401  401     401        401     401   401     401      401
GET  /xapi/*                                                      401        401       401  401     401        401     401   401     401      401
PUT  /xapi/*                                                      401        401       401  401     401        401     401   401     401      401
POST /xapi/*                                                       401        401       401  401     401        401     401   401     401      401
DELETE /xapi/*                                                      401        401       401  401     401        401     401   401     401      401
GET  /xAPI/about                                                   200        200       200  200     200        200     200   200     200      200
GET  /xAPI/statements                                              401        401       401  401     401        401     401   401     401      401
PUT  /xAPI/statements                                              401        401       401  401     401        401     401   401     401      401
POST /xAPI/statements                                              401        401       401  401     401        401     401   401     401      401
GET  /xAPI/*                                                      401        401       401  401     401        401     401   401     401      401
PUT  /xAPI/*                                                      401        401       401  401     401        401     401   401     401      401
POST /xAPI/*                                                       401        401       401  401     401        401     401   401     401      401
DELETE /xAPI/*                                                      401        401       401  401     401        401     401   401     401      401
GET  /api/v1/courses/:courseId/delegations                 own     200        200       200  404     200        404     404   404     404      401
GET  /api/v1/courses/:courseId/delegations                 foreign 404        404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/delegations/:grantId/end    own     404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/delegations/:grantId/end    foreign 404        404       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/learners/:personId/cases    own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/learners/:personId/cases    foreign 404        404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/learners/:personId/cases    own     200        200       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/learners/:personId/cases    foreign 404        404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/cases/:caseId/plan          own     404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/cases/:caseId/plan          foreign 404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/cases/:caseId/hand-over     own     404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/cases/:caseId/hand-over     foreign 404        404       404  404     404        404     404   404     409      401
POST /api/v1/courses/:courseId/cases/:caseId/close         own     404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/cases/:caseId/close         foreign 404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/cases/:caseId/reopen        own     404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/cases/:caseId/reopen        foreign 404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/cases/:caseId/seen          own     404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/cases/:caseId/seen          foreign 404        404       404  404     404        404     404   404     404      401
GET  /api/v1/support/cases                                         200        200       200  200     200        200     200   200     200      401
GET  /api/v1/courses/:courseId/learners/:personId/notes    own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/learners/:personId/notes    foreign 404        404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/learners/:personId/notes    own     200        200       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/learners/:personId/notes    foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/courses/:courseId/notes/:noteId               own     404        404       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/notes/:noteId               foreign 404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/notes/:noteId/revisions     own     404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/notes/:noteId/revisions     foreign 404        404       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/learners/:personId/contacts own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/learners/:personId/contacts foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/courses/:courseId/effects                     own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/effects                     foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/digest                                                200        200       200  200     200        200     200   200     200      401
POST /api/v1/digest                                                200        200       200  200     200        200     200   200     200      401
GET  /api/v1/courses/:courseId/steps                       own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/steps                       foreign 404        404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/steps                       own     200        200       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/steps                       foreign 404        404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/steps/:stepId/withdraw      own     404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/steps/:stepId/withdraw      foreign 404        404       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/mentors                     own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/mentors                     foreign 404        404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/mentors/proposals           own     200        200       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/mentors/proposals           foreign 404        404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/mentors/:matchId/decision   own     404        404       404  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/mentors/:matchId/decision   foreign 404        404       404  404     404        404     404   404     404      401
GET  /api/v1/mentoring                                             200        200       200  200     200        200     200   200     200      401
POST /api/v1/sign-out                                              200        200       200  200     200        200     200   200     200      401
`;

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
