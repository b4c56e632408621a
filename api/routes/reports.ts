import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { askReport, downloadReport, listReports } from '../contract/reports.ts';
import { notFound, ProblemError } from '../problem.ts';
import * as reports from '../queries/reports.ts';
import { schemaOf, schemaOfStream } from './schema-of.ts';

/** Reports that tell of nobody: whoever may see the aggregates of a part asks, and fetches what was made. */
export const reportRoutes: FastifyPluginAsyncZod<{ folder: string | undefined }> = async (app, { folder }) => {
  const config = { scope: 'programmes' } as const;

  app.get(listReports.url, { schema: schemaOf(listReports), config }, (request) =>
    request.read((db) => reports.reportsOf(db, request.query.courseId)),
  );

  app.post(askReport.url, { schema: schemaOf(askReport) }, async (request) => {
    const reportId = await request.write((db) => reports.askReport(db, request.body));
    if (reportId === null) throw notAll();
    return { reportId };
  });

  app.get(downloadReport.url, { schema: schemaOfStream(downloadReport), config }, async (request, reply) => {
    const { reportId, name } = request.params;
    const own = await request.read((db) => reports.folderOfReport(db, reportId, name));
    // The name is one of those in the manifest: the database has looked.
    const file = folder === undefined || own === undefined ? undefined : path.join(folder, own, name);
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || found === undefined) throw notFound('file');
    void reply
      .header('content-type', 'application/octet-stream')
      .header('content-length', found.size)
      .header('content-disposition', `attachment; filename="report-${String(reportId)}-${name}"`);
    return reply.send(createReadStream(file));
  });
};

const notAll = () =>
  new ProblemError(
    403,
    'Not all of it is yours to see',
    'You may not see the numbers of every course of this part.',
    'Choose a part whose every course you may see, or ask your data steward.',
  );
