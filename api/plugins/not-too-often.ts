import rateLimit from '@fastify/rate-limit';
import plugin from 'fastify-plugin';
import { tooOften } from './too-often.ts';

/** Requests in a minute: of one account, and of one network address, behind which a whole campus may be. */
export interface Rates {
  readonly perAccount: number;
  readonly perAddress: number;
}

/** Somebody who works as fast as they can stays far below; a script that walks through everything does not. */
export const usualRates: Rates = { perAccount: 3000, perAddress: 12_000 };

const next = 'Wait as long as Retry-After says.';

/** Before every route: an address is counted before anybody is looked up, an account once it is known. */
export const notTooOften = plugin<{ rates: Rates }>(
  async (app, { rates }) => {
    await app.register(rateLimit, { global: false });
    const ofAddress = app.createRateLimit({ max: rates.perAddress, timeWindow: '1 minute' });
    const ofAccount = app.createRateLimit({
      max: rates.perAccount,
      timeWindow: '1 minute',
      keyGenerator: ({ reader }) => `account ${String(reader?.institutionId)} ${String(reader?.personId)}`,
    });
    app.addHook('onRequest', async (request, reply) => {
      tooOften(reply, await ofAddress(request), next);
    });
    app.addHook('preParsing', async (request, reply) => {
      if (request.reader !== null) tooOften(reply, await ofAccount(request), next);
    });
  },
  { name: 'not-too-often', fastify: '5.x' },
);
