/**
 * Who gets which status, one line a route; a route about a course has one for a course of the instructor's and one for a
 * course of the stranger's. A route that is missing here fails the test: whoever adds one decides who may have it.
 */
// prettier-ignore
export const table = `
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
GET  /api/v1/courses/:courseId/working-groups              own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/working-groups              foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/courses/:courseId/presence                    own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/presence                    foreign 404        404       404  404     404        404     404   404     200      401
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
GET  /api/v1/schedules                                             403        403       403  403     403        200     200   403     403      401
POST /api/v1/schedules                                             403        403       403  403     403        422     422   403     403      401
POST /api/v1/schedules/:sourceId                                   403        403       403  403     403        404     404   403     403      401
GET  /api/v1/course-sources                                        403        403       403  403     403        200     200   403     403      401
GET  /api/v1/runs/:runId/rejects.csv                               403        403       403  403     403        404     404   403     403      401
GET  /api/v1/matches                                               403        403       403  403     403        200     200   403     403      401
GET  /api/v1/matches/accounts                                       403        403       403  403     403        200     200   403     403      401
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
GET  /api/v1/exports                                               200        200       200  200     200        200     200   200     200      401
POST /api/v1/exports                                               403        403       403  403     403        403     403   403     403      401
POST /api/v1/exports/:exportId/decision                            403        403       403  403     403        404     404   403     403      401
POST /api/v1/exports/:exportId/end                                 404        404       404  404     404        404     404   404     404      401
GET  /api/v1/exports/:exportId/files/:name                         404        404       404  404     404        404     404   404     404      401
GET  /api/v1/evaluation                                            200        200       200  200     200        200     200   200     200      401
GET  /api/v1/backtests                                             200        200       200  200     200        200     200   200     200      401
GET  /api/v1/reports                                               200        200       200  200     200        200     200   200     200      401
POST /api/v1/reports                                               403        403       403  403     403        403     403   403     403      401
GET  /api/v1/reports/:reportId/files/:name                         404        404       404  404     404        404     404   404     404      401
GET  /api/v1/reports/schedules                                     403        403       403  403     403        200     200   403     403      401
POST /api/v1/reports/schedules                                     403        403       403  403     403        404     404   403     403      401
POST /api/v1/reports/schedules/steer                               403        403       403  403     403        404     404   403     403      401
GET  /api/v1/tokens                                                200        200       200  200     200        200     200   200     200      401
POST /api/v1/tokens                                                403        403       200  403     200        403     403   403     403      401
POST /api/v1/tokens/:tokenId/end                                   404        404       404  404     404        404     404   404     404      401
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
GET  /api/v1/courses/:courseId/pulse                       own     200        200       200  404     200        404     404   404     404      401
GET  /api/v1/courses/:courseId/pulse                       foreign 404        404       404  404     404        404     404   404     200      401
POST /api/v1/courses/:courseId/pulse                       own     200        404       409  404     404        404     404   404     404      401
POST /api/v1/courses/:courseId/pulse                       foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/pulse                                                 200        200       200  200     200        200     200   200     200      401
GET  /api/v1/pulse/:link                                           404        404       404  404     404        404     404   404     404      404
POST /api/v1/pulse/:link                                           404        404       404  404     404        404     404   404     404      404
GET  /api/v1/cohorts                                               200        200       200  200     200        200     200   200     200      401
POST /api/v1/cohorts                                               403        403       200  403     200        403     403   403     403      401
POST /api/v1/cohorts/:cohortId/end                                 404        404       404  404     404        404     404   404     404      401
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
POST /api/v1/settings/language                                     200        200       200  200     200        200     200   200     200      401
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
GET  /api/v1/courses/:courseId/groups                      own     200        200       404  404     404        404     404   404     404      401
GET  /api/v1/courses/:courseId/groups                      foreign 404        404       404  404     404        404     404   404     200      401
GET  /api/v1/mentoring                                             200        200       200  200     200        200     200   200     200      401
POST /api/v1/sign-out                                              200        200       200  200     200        200     200   200     200      401
`;
