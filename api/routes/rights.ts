import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as contract from '../contract/rights.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import * as rights from '../queries/rights.ts';
import { speechIn } from '../words/speech-in.ts';
import { schemaOf } from './schema-of.ts';

const done = { done: true } as const;

/** What stewards do for the rights of others: answer, erase, keep no longer than agreed. */
export const rightsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onRequest', stewardsOnly);

  app.get(contract.listDataRequests.url, { schema: schemaOf(contract.listDataRequests) }, (request) =>
    request.read(rights.dataRequests),
  );

  app.post(contract.answerDataRequest.url, { schema: schemaOf(contract.answerDataRequest) }, async (request) => {
    const { requestId } = request.params;
    const outcome = await request.write((db) => rights.answerRequest(db, requestId, request.body));
    if (outcome === 'no_request') throw notFound('request');
    if (outcome === 'no_handle') {
      throw new ProblemError(
        409,
        'No such name there',
        'Not exactly one account of that source is called so, or they have no other account to join it with.',
        'Ask them how the name is written there, or answer no.',
      );
    }
    return done;
  });

  app.get(contract.getRights.url, { schema: schemaOf(contract.getRights) }, (request) =>
    request.read(async (db) => ({
      retention: (await rights.retention(db)).map((line) => ({
        ...line,
        title: speechIn(request.language).happening(line.title),
        since: speechIn(request.language).happening(line.since),
      })),
      tasks: await rights.rightsTasks(db),
    })),
  );

  app.post(contract.countErasure.url, { schema: schemaOf(contract.countErasure) }, async (request) => {
    const taskId = await request.write((db) => rights.askRightsTask(db, 'erasure', request.body.email));
    if (taskId !== null) return { taskId };
    throw new ProblemError(
      404,
      'Nobody by that address',
      'No one person but you has this verified address.',
      'Check the spelling; kith erase on the server also takes the key of a source.',
    );
  });

  app.post(contract.countRetention.url, { schema: schemaOf(contract.countRetention) }, async (request) => ({
    taskId: (await request.write((db) => rights.askRightsTask(db, 'retention', null)))!,
  }));

  app.post(contract.decideRightsTask.url, { schema: schemaOf(contract.decideRightsTask) }, async (request) => {
    const { params, body } = request;
    if (!(await request.write((db) => rights.decideTask(db, params.taskId, body.decision)))) throw notFound('task');
    return done;
  });

  app.post(contract.setRetention.url, { schema: schemaOf(contract.setRetention) }, async (request) => {
    const { class: name, days } = request.body;
    if (!(await request.write((db, { institutionId }) => rights.keepFor(db, institutionId, name, days))))
      throw notFound('class of data');
    return done;
  });
};
