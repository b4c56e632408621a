import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { getDigest, setDigest } from '../contract/digest.ts';
import { digestWords } from '../digest/words.ts';
import { digestCounts, digestSetting, setDigest as set } from '../queries/digest.ts';
import { schemaOf } from './schema-of.ts';

export const digestRoutes: FastifyPluginAsyncZod<{ mail: boolean }> = async (app, { mail: server }) => {
  app.get(getDigest.url, { schema: schemaOf(getDigest) }, async (request) => {
    const { counts, setting } = await request.read(async (db, reader) => ({
      counts: await digestCounts(db, reader),
      setting: await digestSetting(db, reader),
    }));
    const { mail, lastSentAt, ...rest } = setting;
    return {
      setting: rest,
      way: !server ? ('no_server' as const) : mail ? ('mail' as const) : ('no_address' as const),
      lastSentAt: lastSentAt?.toISOString() ?? null,
      preview: digestWords(counts, `${request.protocol}://${request.host}`, request.language),
    };
  });

  app.post(setDigest.url, { schema: schemaOf(setDigest) }, async (request) => {
    await request.write((db, reader) => set(db, reader, request.body));
    return { done: true as const };
  });
};
