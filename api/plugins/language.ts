import plugin from 'fastify-plugin';
import { languageOf, type Language } from '../contract/language.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the answer is written in: the reader's choice, else what their browser asks for. */
    readonly language: Language;
  }
}

/** The language of each answer. Works before anybody is signed in, too: who is refused reads why. */
export const language = plugin(
  async (app) => {
    app.decorateRequest('language', {
      getter() {
        return languageOf(this.reader?.language ?? null, this.headers['accept-language']);
      },
    });
    app.addHook('onSend', async (request, reply) => {
      reply.header('content-language', request.language).header('vary', 'accept-language, cookie');
    });
  },
  { name: 'language', fastify: '5.x' },
);
