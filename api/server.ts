import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { connect } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import { buildApp, type App } from './app.ts';
import { sendDigest } from './digest/send.ts';
import { openMailer, type MailSettings } from './mail/mailer.ts';
import type { Invitation } from './pulse/link.ts';
import { sendInvitation } from './pulse/send.ts';
import type { InvitedTo } from './pulse/words.ts';
import type { Reader } from './reader.ts';

export interface ServerOptions {
  /** URL of the kith_app login. */
  readonly appUrl: string;
  /** Opens what is kept encrypted; see buildApp. */
  readonly secretKey?: SecretKey;
  readonly host?: string;
  /** 0: any free port. */
  readonly port?: number;
  /** Plain lines on a terminal, JSON elsewhere; never by NODE_ENV. */
  readonly quiet?: boolean;
  /** How long a balancer is given to notice that this process ends, before it ends; 0 unless told. Seconds. */
  readonly drainSeconds?: number;
  /** Opens `/metrics` to whoever has it. */
  readonly metricsToken?: string | undefined;
  /** Undefined: no mail is sent. */
  readonly mail?: MailSettings | undefined;
  /** Folder for dropped files until the worker has loaded them; without it none are taken. */
  readonly spool?: string | undefined;
  /** Where watched folders lie; without it none can be. */
  readonly inbox?: string | undefined;
  /** Folder of the exports that the worker made; without it none can be fetched. */
  readonly exports?: string | undefined;
  /** Folder of the reports that the worker made; without it none can be fetched. */
  readonly reports?: string | undefined;
  /** Where people reach Kith, for links in mail; where it listens, unless told. */
  readonly publicUrl?: string | undefined;
}

export interface Server {
  readonly url: string;
  /** Sends the weekly word to one reader; undefined: there is no mail server. See {@link sendDigest}. */
  readonly sendDigest: ((reader: Omit<Reader, 'toKeep' | 'language'>, to: string) => Promise<boolean>) | undefined;
  /** Sends one invitation to the belonging pulse; undefined: there is no mail server, or no key that outlives it. */
  readonly sendInvitation: ((invitation: Invitation & InvitedTo, to: string) => Promise<void>) | undefined;
  close(): Promise<void>;
}

/** Where an in-process request of a page enters (see dashboard/src/lib/api). */
const door = Symbol.for('kith.api');

/** API and dashboard on one port. */
export async function startServer({
  appUrl,
  secretKey,
  host = '127.0.0.1',
  port = 0,
  quiet = false,
  spool,
  inbox,
  exports,
  reports,
  drainSeconds = 0,
  metricsToken,
  mail,
  publicUrl,
}: ServerOptions): Promise<Server> {
  const db = connect(appUrl, { name: 'kith app', max: 20, prepared: true });
  const readiness = { draining: false };
  const mailer = mail && openMailer(mail);
  const app = await buildApp({
    db,
    secretKey,
    mailer,
    logger: quiet ? undefined : logger(),
    readiness,
    metricsToken,
    spool,
    inbox,
    exports,
    reports,
  });
  await servePages(app);
  await app.listen({ host, port });
  const address = app.server.address() as AddressInfo;
  const url = `http://${host}:${String(address.port)}`;
  return {
    url,
    sendDigest: mailer && ((reader, to) => sendDigest({ db, mailer, address: publicUrl ?? url }, reader, to)),
    sendInvitation:
      mailer &&
      secretKey &&
      ((invitation, to) => sendInvitation({ mailer, secretKey, address: publicUrl ?? url }, invitation, to)),
    async close() {
      readiness.draining = true;
      await sleep(drainSeconds * 1000);
      await app.close(); // what has begun is finished
      mailer?.close();
      await db.destroy();
    },
  };
}

function logger() {
  const level = process.env.KITH_LOG ?? 'info';
  // Addresses carry ids of people, so only the route is logged; headers carry the cookie, so none are.
  const serializers = {
    req: (request: { method: string; routeOptions?: { url?: string } }) => ({
      method: request.method,
      route: request.routeOptions?.url,
    }),
  };
  return pino({
    level,
    serializers,
    ...(process.stdout.isTTY ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } } : {}),
  });
}

/** Fastify's routes first, then one catch-all that hands the rest to the SvelteKit build, hooks and all. */
async function servePages(app: App): Promise<void> {
  (globalThis as Record<symbol, unknown>)[door] = (request: Request) => throughTheDoor(app, request);
  // adapter-node believes what this header says about the scheme; without it every form on plain http is "cross-site".
  process.env.PROTOCOL_HEADER = 'x-kith-protocol';
  // And this one about who asks, which the API counts wrong passwords by.
  process.env.ADDRESS_HEADER = 'x-kith-address';
  const { handler } = (await import(new URL('../dashboard/build/handler.js', import.meta.url).href)) as {
    handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  };
  await app.register(async (pages) => {
    // The body is SvelteKit's to read.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', (_request, _payload, done) => {
      done(null);
    });
    pages.all('/*', { schema: { hide: true } }, (request, reply) => {
      // What asks there is a program, and is answered as one.
      if (/^\/(?:api|lti|xapi)(?:\/|$)/i.test(request.url)) {
        reply.callNotFound();
        return;
      }
      reply.hijack();
      request.raw.headers['x-kith-protocol'] = request.protocol;
      request.raw.headers['x-kith-address'] = request.ip;
      handler(request.raw, reply.raw, () => {
        reply.raw.writeHead(404).end();
      });
    });
  });
}

/** A page's request to the API, without a socket. */
async function throughTheDoor(app: App, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : await request.text();
  const answer = await app.inject({
    method: request.method as 'GET' | 'POST',
    url: url.pathname + url.search,
    // The address in the browser decides about cookies and about who is a stranger.
    headers: {
      ...Object.fromEntries(request.headers),
      host: url.host,
      'x-forwarded-proto': url.protocol.slice(0, -1),
    },
    ...(body === undefined || body === '' ? {} : { payload: body }),
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, String(one));
  }
  return new Response(answer.rawPayload.length === 0 ? null : new Uint8Array(answer.rawPayload), {
    status: answer.statusCode,
    headers,
  });
}
