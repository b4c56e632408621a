import { setTimeout as sleep } from 'node:timers/promises';
import plugin from 'fastify-plugin';
import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** Whether a load balancer is to send anything here; turned off some seconds before the process ends. */
export interface Readiness {
  draining: boolean;
}

const patience = 2000;

/**
 * For whoever watches the process. `/healthz`: it runs, or a watcher starts it again. `/readyz`: it is not about to end,
 * and the database answers within two seconds; else 503, and a balancer sends nobody here.
 */
export const health = plugin<{ db: Db; readiness: Readiness }>(
  async (app, { db, readiness }) => {
    const open = { schema: { hide: true }, logLevel: 'silent', config: { open: true } } as const;
    app.get('/healthz', open, () => ({ status: 'ok' }));
    app.get('/readyz', open, async (_request, reply) => {
      if (readiness.draining) return reply.code(503).send({ status: 'ending' });
      const answered = await Promise.race([
        sql`select 1`.execute(db).then(
          () => true,
          () => false,
        ),
        sleep(patience, false, { ref: false }),
      ]);
      return answered ? { status: 'ready' } : reply.code(503).send({ status: 'no database' });
    });
  },
  { name: 'health', fastify: '5.x' },
);
