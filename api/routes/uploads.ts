import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { connectorById } from '@kith/etl/extract/index.ts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as contract from '../contract/uploads.ts';
import type { Language } from '../contract/language.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import { addFile, cancelUpload, intakeChoices, openUpload, queueUpload, upload } from '../queries/uploads.ts';
import { follow } from '../uploads/follow.ts';
import { lookAt } from '../uploads/look.ts';
import { folderOf, receive, type Spool } from '../uploads/spool.ts';
import { schemaOf, schemaOfStream } from './schema-of.ts';
import { withMessage } from './with-message.ts';

type Upload = ResponseOf<typeof contract.getUpload>;

/** What its loads say of themselves, in the reader's language. */
const inLanguage = (found: Upload, language: Language): Upload => ({
  ...found,
  results: found.results.map((one) => withMessage(one, language)),
  runs: found.runs.map((one) => withMessage(one, language)),
});

/** Files dropped on the data page. They go to the spool as they come, and are read when somebody looks or loads. */
export const uploadRoutes: FastifyPluginAsyncZod<{ spool: Spool | undefined }> = async (app, { spool }) => {
  app.addHook('onRequest', stewardsOnly);
  // Only here, and only as it is: the stream is not read before the route has looked at who sends it.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

  const { openUpload: open, addFile: add, lookAtUpload: look, loadUpload: load } = contract;

  app.post(open.url, { schema: schemaOf(open) }, async (request) => {
    const uploadId = randomUUID();
    await request.write((db, reader) => openUpload(db, reader, uploadId));
    return { uploadId };
  });

  app.post(add.url, { schema: schemaOf(add), bodyLimit: Number.MAX_SAFE_INTEGER }, async (request) => {
    const { uploadId } = request.params;
    const found = await request.read((db, reader) => upload(db, reader, uploadId));
    if (!found) throw notFound('upload');
    if (found.state !== 'open') throw closed();
    // Of an empty file there is nothing to parse.
    const body: unknown = request.headers['content-length'] === '0' ? Readable.from([]) : request.body;
    if (!(body instanceof Readable)) throw noFile();
    const file = await receive(here(spool), uploadId, request.query.path, body);
    if (!(await request.write((db) => addFile(db, uploadId, file)))) throw closed();
    return file;
  });

  app.post(look.url, { schema: schemaOf(look) }, async (request) => {
    const { uploadId } = request.params;
    const found = await request.read(async (db, reader) => ({
      upload: await upload(db, reader, uploadId),
      ...(await intakeChoices(db)),
    }));
    if (!found.upload || found.upload.files.length === 0) throw notFound('upload');
    if (found.upload.state !== 'open') throw closed();
    const { timezone, courses, sources } = found;
    const looked = await lookAt(folderOf(here(spool), uploadId), request.body.choices, timezone);
    return { ...looked, timezone, courses, sources };
  });

  app.post(load.url, { schema: schemaOf(load) }, async (request) => {
    const { uploadId } = request.params;
    const parcels = request.body.parcels.map((parcel) => ({
      ...parcel,
      title: connectorById(parcel.connector)?.title ?? parcel.connector,
      source: parcel.source ?? parcel.connector,
    }));
    if (!(await request.read((db, reader) => upload(db, reader, uploadId)))) throw notFound('upload');
    if (!(await request.write((db, reader) => queueUpload(db, reader, uploadId, parcels)))) throw closed();
    return { queued: true as const };
  });

  app.get(contract.getUpload.url, { schema: schemaOf(contract.getUpload) }, async (request) => {
    const found = await request.read((db, reader) => upload(db, reader, request.params.uploadId));
    if (!found) throw notFound('upload');
    return inLanguage(found, request.language);
  });

  app.get(contract.followUpload.url, { schema: schemaOfStream(contract.followUpload) }, async (request, reply) => {
    const look = async () => {
      const found = await request.read((db, reader) => upload(db, reader, request.params.uploadId));
      return found && inLanguage(found, request.language);
    };
    if (!(await look())) throw notFound('upload');
    void reply.header('content-type', 'text/event-stream').header('cache-control', 'no-store');
    return reply.send(Readable.from(follow(look)));
  });

  app.post(contract.cancelUpload.url, { schema: schemaOf(contract.cancelUpload) }, async (request) => {
    const { uploadId } = request.params;
    if (!(await request.read((db, reader) => upload(db, reader, uploadId)))) throw notFound('upload');
    return { stopping: await request.write((db) => cancelUpload(db, uploadId)) };
  });
};

function here(spool: Spool | undefined): Spool {
  if (spool !== undefined) return spool;
  throw new ProblemError(503, 'Not here', 'This Kith takes no files in the browser.', 'Load them with kith ingest.');
}

const closed = (): ProblemError =>
  new ProblemError(409, 'Already on its way', 'These files are being loaded, or are through.', 'Drop new ones.');

const noFile = (): ProblemError =>
  new ProblemError(415, 'No file', 'A file is sent as application/octet-stream.', 'Drop it on the data page.');
