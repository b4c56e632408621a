import { randomBytes, randomUUID } from 'node:crypto';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, type RouteOptions } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Db } from '@kith/sql/connect.ts';
import { secretKey as keyOfBytes, type SecretKey } from '@kith/sql/secret-key.ts';
import { health, type Readiness } from './operations/health.ts';
import { metrics } from './operations/metrics.ts';
import { pressure } from './operations/pressure.ts';
import type { Mailer } from './mail/mailer.ts';
import { notTooOften, usualRates, type Rates } from './plugins/not-too-often.ts';
import { guard } from './plugins/guard.ts';
import { language } from './plugins/language.ts';
import { headers } from './plugins/headers.ts';
import { badAddress, problems } from './plugins/problems.ts';
import { session } from './plugins/session.ts';
import { routes } from './routes.ts';
import { ltiRoutes } from './routes/lti.ts';
import { xapiRoutes, type ReceiverOptions } from './routes/xapi.ts';
import { spoolIn } from './uploads/spool.ts';

export interface AppOptions {
  /** Signed in as kith_app: bound by row-level security whatever a route does. */
  readonly db: Db;
  /** Opens what is kept encrypted: client secrets of providers. Without it, only what this process sealed itself. */
  readonly secretKey?: SecretKey | undefined;
  /** The institution's mail server; undefined: messages can only be copied. */
  readonly mailer?: Mailer | undefined;
  readonly logger?: FastifyBaseLogger | undefined;
  /** Tells a balancer to send nobody here any more; never, unless told. */
  readonly readiness?: Readiness | undefined;
  /** Whoever has it may read `/metrics` from elsewhere. */
  readonly metricsToken?: string | undefined;
  /** Folder for dropped files until the worker has loaded them; without it none are taken. */
  readonly spool?: string | undefined;
  /** Where watched folders lie; without it none can be. */
  readonly inbox?: string | undefined;
  /** Folder of the exports that the worker made; without it none can be fetched. */
  readonly exports?: string | undefined;
  /** Folder of the reports that the worker made; without it none can be fetched. */
  readonly reports?: string | undefined;
  /** Hears of every route: the tests hold their matrix of rights against it. */
  readonly onRoute?: ((route: RouteOptions) => void) | undefined;
  readonly xapi?: Pick<ReceiverOptions, 'rates'> | undefined;
  /** How often somebody may ask. */
  readonly rates?: Rates | undefined;
}

/** What the API is: plugins, then routes. How it runs is server.ts. */
export async function buildApp({
  db,
  secretKey = keyOfBytes(randomBytes(32)),
  mailer,
  logger,
  onRoute,
  xapi,
  rates = usualRates,
  readiness = { draining: false },
  metricsToken,
  spool,
  inbox,
  exports,
  reports,
}: AppOptions) {
  const app = fastify({
    ...(logger === undefined ? {} : { loggerInstance: logger }),
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    // Whoever never ends a sentence does not hold a connection for ever; a large file over a slow line may take its time.
    http: { headersTimeout: 20_000 },
    requestTimeout: 30 * 60_000,
    trustProxy: 'loopback',
    frameworkErrors: badAddress,
  });
  if (onRoute) app.addHook('onRoute', onRoute);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(headers);
  await app.register(language);
  await app.register(problems);
  await app.register(pressure);
  await app.register(health, { db, readiness });
  await app.register(metrics, { db, token: metricsToken });
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Kith',
        version: 'v1',
        description: 'Who may be unconnected in a course, why, and how sure Kith is.',
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(
    async (api) => {
      await api.register(notTooOften, { rates });
      await api.register(session, { db, secretKey });
      await api.register(guard);
      await api.register(routes, {
        mailer,
        spool: spool === undefined ? undefined : spoolIn(spool),
        inbox,
        exports,
        reports,
      });
    },
    { prefix: '/api/v1' },
  );
  await app.register(
    async (lti) => {
      await lti.register(notTooOften, { rates });
      await lti.register(session, { db, secretKey });
      await lti.register(ltiRoutes);
    },
    { prefix: '/lti' },
  );
  // BigBlueButton knows only the second spelling.
  for (const prefix of ['/xapi', '/xAPI']) await app.register(xapiRoutes, { prefix, db, ...xapi });
  return app;
}

export type App = Awaited<ReturnType<typeof buildApp>>;
