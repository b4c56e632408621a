import { connectors } from '@kith/etl/extract/index.ts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { addSchedule as add, listSchedules, steerSchedule as steer } from '../contract/schedules.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import { addSchedule, institutionHere, schedules, steerSchedule } from '../queries/schedules.ts';
import { intakeChoices } from '../queries/uploads.ts';
import { inboxFolders } from '../uploads/inbox-folders.ts';
import { schemaOf } from './schema-of.ts';

/** Connectors that a folder of files can be left to: these two need a mapping, or an answer of a platform. */
const readable = connectors.filter(({ id }) => id !== 'mapping' && id !== 'lti-nrps');

export const scheduleRoutes: FastifyPluginAsyncZod<{ inbox: string | undefined }> = async (app, { inbox }) => {
  app.addHook('onRequest', stewardsOnly);

  app.get(listSchedules.url, { schema: schemaOf(listSchedules) }, async (request) => {
    const found = await request.read(async (db) => ({
      schedules: await schedules(db),
      ...(await institutionHere(db)),
      courses: (await intakeChoices(db)).courses,
    }));
    return {
      ...found,
      folders: await inboxFolders(inbox, found.institution),
      connectors: readable.map(({ id, title }) => ({ id, title })),
    };
  });

  app.post(add.url, { schema: schemaOf(add) }, async (request) => {
    const { body } = request;
    const { institutionId } = request.reader!;
    if (body.kind === 'folder') await refuseUnknown(body, (await request.read(institutionHere)).institution, inbox);
    const sourceId = await request.write(async (db) => {
      const made = await addSchedule(db, body, { institutionId, key: app.secretKey });
      if (made === undefined) throw taken(body.source); // and with it what was written goes back
      return made;
    });
    return { sourceId };
  });

  app.post(steer.url, { schema: schemaOf(steer) }, async (request) => {
    const { sourceId } = request.params;
    if (!(await request.write((db) => steerSchedule(db, sourceId, request.body)))) throw notFound('scheduled source');
    return { done: true as const };
  });
};

/** Only what the list offers: a folder that lies in the inbox, a connector there is. */
async function refuseUnknown(
  { folder, connector }: { readonly folder: string; readonly connector: string | null },
  institution: string,
  inbox: string | undefined,
): Promise<void> {
  const folders = await inboxFolders(inbox, institution);
  if (folders?.includes(folder) !== true)
    throw new ProblemError(422, 'No such folder', 'The folder does not lie in the inbox.', 'Choose one of the list.');
  if (connector !== null && !readable.some(({ id }) => id === connector))
    throw new ProblemError(422, 'No such connector', 'Nothing of that name reads files.', 'Choose one of the list.');
}

const taken = (source: string): ProblemError =>
  new ProblemError(
    409,
    'There already',
    `“${source}” runs by itself already, or the folder is another source’s.`,
    'Choose another name or folder, or remove what is there.',
  );
