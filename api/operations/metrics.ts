import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { poolOf, type Db } from '@kith/sql/connect.ts';

/**
 * `/metrics` in the text form of Prometheus: requests by route (never by address: an address names people), the pool of
 * connections, and the process. Answered to this machine, and to whoever has the token; to others it is not there.
 */
export const metrics = plugin<{ db: Db; token?: string | undefined }>(
  async (app, { db, token }) => {
    const registers = [new Registry()];
    const [registry] = registers as [Registry];
    collectDefaultMetrics({ register: registry });
    const seconds = new Histogram({
      name: 'kith_http_request_seconds',
      help: 'Seconds from the first byte of a request to the last of its answer, by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
    new Gauge({
      name: 'kith_database_connections',
      help: 'Connections of the pool, by what they do',
      labelNames: ['state'],
      registers,
      collect() {
        const { totalCount, idleCount, waitingCount } = poolOf(db);
        this.set({ state: 'used' }, totalCount - idleCount);
        this.set({ state: 'idle' }, idleCount);
        this.set({ state: 'waited_for' }, waitingCount);
      },
    });
    app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
      seconds.observe(
        { method, route: routeOptions.url ?? 'none', status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
    });
    app.get(
      '/metrics',
      { schema: { hide: true }, logLevel: 'silent', config: { open: true } },
      async (request, reply) => {
        if (!mayAsk(request, token)) {
          reply.callNotFound();
          return reply;
        }
        return reply.type(registry.contentType).send(await registry.metrics());
      },
    );
  },
  { name: 'metrics', fastify: '5.x' },
);

function mayAsk({ ip, headers }: FastifyRequest, token: string | undefined): boolean {
  if (ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1') return true;
  const [given, wanted] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token ?? ''}`)];
  return token !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}
