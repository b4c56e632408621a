import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  decideRun as decide,
  downloadRejects,
  getRun,
  listCourseSources,
  listRejects,
  listRuns,
  listSources,
  mendRejects,
} from '../contract/data.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import { mend } from '../queries/mend.ts';
import { courseSources, decideRun, rejectPage, rejects, run, runs, sources } from '../queries/runs.ts';
import { mendedRows } from '../uploads/mended-rows.ts';
import { rejectsAsCsv } from '../uploads/rejects-csv.ts';
import { speechIn } from '../words/speech-in.ts';
import { schemaOf, schemaOfStream } from './schema-of.ts';
import { withMessage } from './with-message.ts';

/** Bytes of a mended list; a larger one is for the command line. */
const largestList = 64 * 1024 ** 2;

export const dataRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onRequest', stewardsOnly);
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: largestList },
    (_request, body, done) => done(null, body),
  );

  app.get(listRuns.url, { schema: schemaOf(listRuns) }, async (request) => {
    const found = await request.read((db) => runs(db, request.query.limit));
    return found.map((one) => withMessage(one, request.language));
  });

  app.get(getRun.url, { schema: schemaOf(getRun) }, async (request) => {
    const found = await request.read((db) => run(db, request.params.runId));
    if (!found) throw notFound('load');
    return withMessage(found, request.language);
  });

  app.get(listRejects.url, { schema: schemaOf(listRejects) }, async (request) => {
    const found = await request.read((db) => rejects(db, { ...request.query, runId: request.params.runId }));
    const say = speechIn(request.language);
    return { ...found, rejects: found.rejects.map((row) => ({ ...row, meaning: say.refusal(row.code) ?? null })) };
  });

  app.get(downloadRejects.url, { schema: schemaOfStream(downloadRejects) }, async (request, reply) => {
    const { runId } = request.params;
    if (!(await request.read((db) => run(db, runId)))) throw notFound('load');
    const page = (after: number) => request.read((db) => rejectPage(db, { runId, code: request.query.code, after }));
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="refused-rows-of-load-${String(runId)}.csv"`);
    return reply.send(rejectsAsCsv(runId, page));
  });

  app.post(mendRejects.url, { schema: schemaOf(mendRejects) }, async (request) => {
    const { runId } = request.params;
    if (!(await request.read((db) => run(db, runId)))) throw notFound('load');
    const rows = await mendedRows(request.body, runId);
    return { loading: await request.write((db) => mend(db, runId, rows)) };
  });

  app.post(decide.url, { schema: schemaOf(decide) }, async (request) => {
    const { runId } = request.params;
    if (!(await request.read((db) => run(db, runId)))) throw notFound('load');
    if (!(await request.write((db) => decideRun(db, runId, request.body.decision)))) {
      throw new ProblemError(409, 'Decided already', 'This load does not wait any more.', 'Look at it again.');
    }
    return { decided: true as const };
  });

  app.get(listCourseSources.url, { schema: schemaOf(listCourseSources) }, (request) => request.read(courseSources));

  app.get(listSources.url, { schema: schemaOf(listSources) }, (request) => request.read(sources));
};
