import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  delegate as delegateEndpoint,
  endDelegation as endDelegationEndpoint,
  endGrant as end,
  giveGrant as give,
  listDelegations,
  listGrants,
} from '../contract/grants.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import { delegations, endDelegation } from '../queries/delegations.ts';
import { delegate, endGrant, giveGrant, grants, type Outcome } from '../queries/grants.ts';
import { schemaOf } from './schema-of.ts';

const day = 86_400_000;

export const grantRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(listGrants.url, { schema: schemaOf(listGrants), onRequest: stewardsOnly }, (request) => request.read(grants));

  app.post(give.url, { schema: schemaOf(give), onRequest: stewardsOnly }, async (request) => {
    const { from, to, ...grant } = request.body;
    const window = { from: from === undefined ? new Date() : new Date(from), to: to === null ? null : new Date(to) };
    return answerTo(await request.write((db) => giveGrant(db, { ...grant, ...window })));
  });

  app.post(end.url, { schema: schemaOf(end), onRequest: stewardsOnly }, async (request) =>
    answerTo(await request.write((db) => endGrant(db, request.params.grantId))),
  );

  app.get(listDelegations.url, { schema: schemaOf(listDelegations) }, async (request) => {
    const found = await request.read((db) => delegations(db, request.params.courseId));
    if (!found) throw notFound('course');
    return found;
  });

  app.post(endDelegationEndpoint.url, { schema: schemaOf(endDelegationEndpoint) }, async (request) => {
    const { courseId, grantId } = request.params;
    if (!(await request.write((db) => endDelegation(db, courseId, grantId)))) throw notFound('grant');
    return { done: true as const };
  });

  app.post(delegateEndpoint.url, { schema: schemaOf(delegateEndpoint) }, async (request) => {
    const until = new Date(request.body.until);
    if (until.getTime() > Date.now() + 183 * day || until.getTime() <= Date.now()) {
      throw new ProblemError(
        400,
        'Not this long',
        'A role is passed on for at most half a year.',
        'Choose a day before.',
      );
    }
    const { courseId } = request.params;
    return answerTo(await request.write((db) => delegate(db, { ...request.body, courseId, until })));
  });
};

function answerTo(outcome: Outcome): { done: true } {
  switch (outcome) {
    case 'done':
      return { done: true };
    case 'no_person':
      throw new ProblemError(
        404,
        'Nobody by that address',
        'No one person in Kith has this verified address.',
        'Check the spelling; `kith user add` adds somebody no source has brought.',
      );
    case 'own_grant':
      throw new ProblemError(403, 'Not to yourself', 'Nobody gives a role to themselves.', 'Ask another steward.');
    case 'not_admin':
      throw new ProblemError(403, 'For admins', 'Stewards and admins are named by an admin.', 'Ask an admin.');
    case 'last_admin':
      throw new ProblemError(409, 'The last admin', 'Somebody has to stay admin.', 'Name another admin first.');
    case 'no_place':
      throw notFound('place');
    case 'no_grant':
      throw notFound('grant');
    case 'not_held':
      throw notFound('course');
  }
}
