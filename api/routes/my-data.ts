import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as contract from '../contract/my-data.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import * as own from '../queries/my-data.ts';
import { schemaOf } from './schema-of.ts';

const done = { done: true } as const;

/** What somebody sees, says and asks about their own data. No route here takes a person: whose it is, the session says. */
export const myDataRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(contract.getMyData.url, { schema: schemaOf(contract.getMyData) }, (request) => request.read(own.myData));

  app.get(contract.extractMyData.url, { schema: schemaOf(contract.extractMyData) }, async (request, reply) => {
    void reply.header('content-disposition', 'attachment; filename="my-data.json"').header('cache-control', 'no-store');
    return request.read(own.myExtract);
  });

  app.post(contract.sayConsent.url, { schema: schemaOf(contract.sayConsent) }, async (request) => {
    if (!(await request.write((db) => own.sayConsent(db, request.body)))) throw notFound('course');
    return done;
  });

  app.post(contract.withholdSource.url, { schema: schemaOf(contract.withholdSource) }, async (request) => {
    const { params, body } = request;
    if (!(await request.write((db) => own.withholdSource(db, params.sourceId, body.granted)))) throw notFound('source');
    return done;
  });

  app.post(contract.declareOwn.url, { schema: schemaOf(contract.declareOwn) }, async (request) => {
    inOrder(request.body);
    const noted = await request.write((db, { personId }) => own.declare(db, { ...request.body, personId }));
    if (!noted) throw notFound('course');
    return done;
  });

  app.post(
    contract.declareFor.url,
    { schema: schemaOf(contract.declareFor), preHandler: learnersOnly },
    async (request) => {
      inOrder(request.body);
      if (!(await request.write((db) => own.declare(db, { ...request.body, ...request.params }))))
        throw notFound('learner');
      return done;
    },
  );

  app.post(contract.endDeclaration.url, { schema: schemaOf(contract.endDeclaration) }, async (request) => {
    const { courseId, declarationId } = request.params;
    if (!(await request.write((db) => own.endDeclaration(db, courseId, declarationId)))) throw notFound('declaration');
    return done;
  });

  app.post(contract.offerMentoring.url, { schema: schemaOf(contract.offerMentoring) }, async (request) => {
    await request.write((db, reader) => own.offerMentoring(db, reader, request.body.offer));
    return done;
  });

  app.post(contract.keepApart.url, { schema: schemaOf(contract.keepApart) }, async (request) => {
    if (await request.write((db) => own.keepApart(db, request.body.name))) return done;
    throw new ProblemError(
      404,
      'Nobody by that name',
      'Not exactly one person of your courses is called so.',
      'Write their full name as it stands in the course, or their e-mail address.',
    );
  });

  app.post(contract.keepApartNoMore.url, { schema: schemaOf(contract.keepApartNoMore) }, async (request) => {
    if (!(await request.write((db) => own.keepApartNoMore(db, request.params.personId)))) throw notFound('person');
    return done;
  });

  app.post(contract.askAboutMyData.url, { schema: schemaOf(contract.askAboutMyData) }, async (request) => {
    await request.write((db, reader) => own.ask(db, reader, { ...request.body, place: null }));
    return done;
  });

  app.post(contract.addHandle.url, { schema: schemaOf(contract.addHandle) }, async (request) => {
    const { place, handle } = request.body;
    await request.write((db, reader) => own.ask(db, reader, { kind: 'handle', about: null, wish: handle, place }));
    return done;
  });
};

function inOrder({ from, to }: { readonly from: string; readonly to?: string | null | undefined }): void {
  if (to === null || to === undefined || Date.parse(to) > Date.parse(from)) return;
  throw new ProblemError(400, 'Not in order', 'It ends before it begins.', 'Mend one of the two days.');
}
