import underPressure from '@fastify/under-pressure';
import plugin from 'fastify-plugin';
import { send } from '../plugins/problems.ts';

/** Above this the process answers so late that waiting longer helps nobody: milliseconds, mean of the event loop's delay. */
const tooLate = 4000;

/** Says "come back in ten seconds" instead of letting everybody wait. Health checks are answered all the same. */
export const pressure = plugin(
  async (app) => {
    await app.register(underPressure, {
      maxEventLoopDelay: tooLate,
      // The package reads a whole interval without a tick as an endless delay: a second's pause would turn everybody away.
      sampleInterval: tooLate + 1000,
      retryAfter: 10,
      pressureHandler: (request, reply) => {
        if (['/healthz', '/readyz', '/metrics'].includes(request.routeOptions.url ?? '')) return;
        void reply.header('retry-after', '10');
        void send(reply, request, {
          status: 503,
          title: 'Too much at once',
          detail: 'Kith has more to do than it can at this moment.',
          next: 'Try again in ten seconds.',
        });
      },
    });
  },
  { name: 'pressure', fastify: '5.x', dependencies: ['problems'] },
);
