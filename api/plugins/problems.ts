import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { languageOf } from '../contract/language.ts';
import type { Problem } from '../contract/problem.ts';
import { ProblemError } from '../problem.ts';
import { speechIn } from '../words/speech-in.ts';

/** Errors as RFC 9457 problems, no such address among them. What went wrong inside is logged with the request's id, never sent. */
export const problems = plugin(
  async (app) => {
    app.setNotFoundHandler((request, reply) =>
      send(reply, request, {
        status: 404,
        title: 'Not found',
        detail: 'There is no such endpoint.',
        next: 'See /api/v1/openapi.json.',
      }),
    );
    app.setErrorHandler((error: FastifyError, request, reply) => {
      if (error instanceof ProblemError) {
        return send(reply, request, {
          status: error.status,
          title: error.title,
          detail: error.message,
          next: error.next,
        });
      }
      if (hasZodFastifySchemaValidationErrors(error)) {
        const fields = error.validation.map(({ instancePath, message }) =>
          `${instancePath || '/'} ${message ?? ''}`.trim(),
        );
        return send(reply, request, {
          status: 400,
          title: 'Not a valid request',
          detail: `${fields.join('; ')}.`,
          next: 'Mend the address or the form.',
        });
      }
      const status = error.statusCode ?? 500;
      if (status < 500)
        return send(reply, request, { status, title: 'Not accepted', detail: error.message, next: undefined });
      request.log.error({ err: { code: error.code, stack: error.stack } }, 'request failed');
      return send(reply, request, {
        status: 500,
        title: 'This did not work',
        detail: 'The fault is on our side, not in what you did.',
        next: `Try again in a moment. If it stays, quote the number ${request.id}.`,
      });
    });
  },
  { name: 'problems', fastify: '5.x' },
);

/** An address that is none, such as `/%zz`: it reaches no route and no hook, and is not repeated to whoever sent it. */
export function badAddress(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = {
    status: 400,
    title: 'Not a valid request',
    detail: 'The address cannot be read.',
    next: 'Mend the address.',
  };
  // Nor does it know what plugins give a request.
  const language = languageOf(null, request.headers['accept-language']);
  void send(reply.header('x-content-type-options', 'nosniff'), request, problem, language);
}

export function send(
  reply: FastifyReply,
  request: FastifyRequest,
  { status, title, detail, next }: { status: number; title: string; detail: string; next: string | undefined },
  language = request.language,
): FastifyReply {
  const say = speechIn(language);
  const problem: Problem = {
    type: 'about:blank',
    title: say.error(title),
    status,
    detail: say.error(detail),
    ...(next === undefined ? {} : { next: say.error(next) }),
    instance: request.id,
  };
  return reply
    .code(status)
    .header('content-type', 'application/problem+json')
    .serializer((body) => JSON.stringify(body))
    .send(problem);
}
