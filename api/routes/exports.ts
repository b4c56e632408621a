import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as contract from '../contract/exports.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import * as exports from '../queries/exports.ts';
import { schemaOf, schemaOfStream } from './schema-of.ts';

const done = { done: true } as const;

/** Microdata: researchers ask, stewards decide, who asked fetches. */
export const exportRoutes: FastifyPluginAsyncZod<{ folder: string | undefined }> = async (app, { folder }) => {
  const config = { scope: 'exports' } as const;

  app.get(contract.listExports.url, { schema: schemaOf(contract.listExports), config }, (request) =>
    request.read(exports.exportsOf),
  );

  app.post(contract.askExport.url, { schema: schemaOf(contract.askExport) }, async (request) => {
    const exportId = await request.write((db) => exports.askExport(db, request.body));
    if (exportId === null) throw noResearcher();
    return { exportId };
  });

  app.post(
    contract.decideExport.url,
    { schema: schemaOf(contract.decideExport), onRequest: stewardsOnly },
    async (request) => {
      const { exportId } = request.params;
      const decided = await request.write((db) => exports.decideExport(db, exportId, request.body));
      if (decided !== 'done') throw undecided(decided);
      return done;
    },
  );

  app.post(contract.endExport.url, { schema: schemaOf(contract.endExport) }, async (request) => {
    if (!(await request.write((db) => exports.endExport(db, request.params.exportId)))) throw notFound('export');
    return done;
  });

  app.get(
    contract.downloadExport.url,
    { schema: schemaOfStream(contract.downloadExport), config },
    async (request, reply) => {
      const { exportId, name } = request.params;
      const { opened, folder: own } = await request.write((db) => exports.openExport(db, exportId, name));
      if (opened !== 'open') throw closed(opened);
      // The name is one of those in the manifest: the database has looked.
      const file = path.join(folder ?? '', own ?? '', name);
      const found = folder === undefined ? undefined : await stat(file).catch(() => undefined);
      if (found === undefined) throw closed('not_made');
      void reply
        .header('content-type', 'application/octet-stream')
        .header('content-length', found.size)
        .header('content-disposition', `attachment; filename="export-${String(exportId)}-${name}"`);
      return reply.send(createReadStream(file));
    },
  );
};

const noResearcher = () =>
  new ProblemError(
    403,
    'For researchers',
    'You are no researcher of this part of the institution.',
    'Ask your data steward.',
  );

function undecided(why: Exclude<exports.Decided, 'done'>): ProblemError {
  if (why === 'not_waiting') return notFound('export that waits');
  const said = {
    own: 'Nobody approves what they asked for themselves.',
    no_researcher: 'Who asked is no researcher of this part of the institution any more.',
    no_end: 'Its end must lie ahead, and within three years.',
  };
  return new ProblemError(409, 'Not approved', said[why], 'Decline it, or let another steward decide.');
}

function closed(why: Exclude<exports.Opened, 'open'>): ProblemError {
  if (why === 'none') return notFound('file');
  const said = {
    not_made: 'This file is being made.',
    over: 'This export is over; its files are gone.',
    no_researcher: 'You are no researcher of this part of the institution any more.',
  };
  return new ProblemError(409, 'Not open', said[why], why === 'not_made' ? 'Try again in a minute.' : 'Ask anew.');
}
