import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { structureOf } from '@kith/etl/load/statements/written.ts';
import type { Db } from '@kith/sql/connect.ts';
import { xapiDoor, senderWith, type Rates } from '../plugins/xapi.ts';
import { ProblemError } from '../problem.ts';
import { keepStatements, OtherContent } from '../queries/xapi/keep-statements.ts';
import { keepRefused } from '../queries/xapi/refuse.ts';
import { consistentThrough, oneStatement } from '../queries/xapi/statements.ts';
import { jsonOf, NotAccepted, statementsOf } from '../xapi/body.ts';
import { latest } from '../xapi/edition.ts';
import { shownAs } from '../xapi/formats.ts';
import { readPage } from '../xapi/page.ts';
import { askedBy, idIn, onlyKnown, type Format } from '../xapi/parameters.ts';
import { receive, type Part } from '../xapi/receive.ts';

export interface ReceiverOptions {
  readonly db: Db;
  readonly rates?: Rates | undefined;
}

/** Largest request, in bytes: a few thousand statements. */
const bodyLimit = 10 * 1024 * 1024;

type Parameters = Readonly<Record<string, unknown>>;

/** A learning record store's Statements and About, for one prefix. The other resources are not here yet, and say so. */
export const xapiRoutes: FastifyPluginAsync<ReceiverOptions> = async (app, { db, rates }) => {
  await app.register(xapiDoor, { db, ...(rates && { rates }) });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => {
    done(null, body);
  });
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null, undefined);
  });

  const keep = async (request: FastifyRequest, id?: string): Promise<string[]> => {
    const sender = senderWith(request, 'statements/write');
    try {
      onlyJson(request);
      const statements = statementsOf(oneFor(id, jsonOf(request.body)), request.edition);
      const authority = authorityOf(request, sender.credentialId);
      const received = statements.map((each) => receive(each, { edition: request.edition, authority, id }));
      if (received.length > 0) await keepStatements(db, sender, received);
      return received.map((each) => each.id);
    } catch (error) {
      if (error instanceof NotAccepted) {
        const statement = error.statement === null ? null : structureOf(error.statement);
        await keepRefused(db, sender, { place: error.place, reason: error.message, statement });
      }
      throw error instanceof OtherContent ? conflict(error) : error;
    }
  };

  const hidden = { schema: { hide: true }, bodyLimit };

  app.put('/statements', hidden, async (request, reply) => {
    await keep(request, idIn(request.query as Parameters));
    return reply.code(204).send();
  });

  app.post('/statements', hidden, async (request) => {
    onlyKnown(request.query as Parameters, []);
    return keep(request);
  });

  app.get('/statements', hidden, async (request, reply) => {
    const sender = senderWith(request, 'statements/read', 'statements/read/mine');
    const asked = askedBy(request.query as Parameters, request.edition);
    request.consistentThrough = await consistentThrough(db);
    if (!('one' in asked)) {
      const path = request.url.split('?', 1)[0]!;
      return answer(
        reply,
        await readPage(db, sender, asked, {
          path,
          through: request.consistentThrough,
          languages: languagesOf(request),
        }),
      );
    }
    const found = await oneStatement(db, sender, asked.one.id, asked.one.voided);
    if (!found)
      throw new ProblemError(
        404,
        'Not found',
        'There is no such statement.',
        'Voided ones are found by voidedStatementId.',
      );
    void reply.header('last-modified', found.stored.toUTCString());
    return answer(reply, { json: shown(asked.format, found.statement, request), attachments: asked.attachments });
  });

  app.get('/about', { ...hidden, config: { sender: false } }, async () => ({ version: Object.values(latest) }));

  app.route({
    method: ['GET', 'PUT', 'POST', 'DELETE'],
    url: '/*',
    ...hidden,
    handler: async (request) => {
      const { '*': resource } = request.params as { readonly '*': string };
      throw later.includes(resource) ? notYet(resource) : notHere();
    },
  });
};

const later = ['activities', 'activities/profile', 'activities/state', 'agents', 'agents/profile'];

const shown = (format: Format, statement: string, request: FastifyRequest) =>
  shownAs(format, statement, languagesOf(request));

const languagesOf = ({ headers }: FastifyRequest): string | undefined => headers['accept-language'];

/** With attachments asked for, the answer is multipart; there are none to follow, because none are taken yet. */
function answer(
  reply: FastifyReply,
  { json, attachments }: { readonly json: string; readonly attachments: boolean },
): FastifyReply {
  if (!attachments) return reply.type('application/json; charset=utf-8').send(json);
  return reply
    .type('multipart/mixed; boundary=kith')
    .send(`--kith\r\nContent-Type: application/json\r\n\r\n${json}\r\n--kith--\r\n`);
}

/** A PUT is one statement, and its id is that of the address. */
function oneFor(id: string | undefined, body: unknown): unknown {
  if (id === undefined) return body;
  if (Array.isArray(body)) throw new NotAccepted('The body', 'is a list, and PUT takes one statement', null);
  const own = (body as Part | null)?.id;
  if (typeof own === 'string' && own.toLowerCase() !== id.toLowerCase())
    throw new NotAccepted('The statement: id', 'is not the one of the address', body);
  return body;
}

function onlyJson({ headers }: FastifyRequest): void {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/json') return;
  if (type === 'multipart/mixed') throw notYet('attachments');
  throw new ProblemError(
    400,
    'Not JSON',
    'Statements come as application/json.',
    'Send Content-Type: application/json.',
  );
}

const authorityOf = ({ protocol, host }: FastifyRequest, credentialId: number): Part => ({
  objectType: 'Agent',
  account: { homePage: `${protocol}://${host}/xapi`, name: `credential-${credentialId}` },
});

const conflict = ({ ids }: OtherContent): ProblemError =>
  new ProblemError(
    409,
    'Known with another content',
    `Nothing of this request was kept: ${ids.length === 1 ? 'a statement has' : `${ids.length} statements have`} an id that is known with another content (${ids.slice(0, 3).join(', ')}).`,
    'A statement never changes: void it, and send the right one under an id of its own.',
  );

const notYet = (what: string): ProblemError =>
  new ProblemError(
    501,
    'Not here yet',
    `This receiver takes statements; it does not keep ${what} yet.`,
    'Send statements as application/json, attachments by fileUrl.',
  );

const notHere = (): ProblemError =>
  new ProblemError(404, 'Not found', 'The receiver has no such resource.', 'Statements are at /xapi/statements.');
