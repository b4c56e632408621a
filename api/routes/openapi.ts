import type { FastifyPluginAsync } from 'fastify';

/** The contract as an OpenAPI document, and a plain page of it. Both answer without a session: they hold no data. */
export const openapiRoutes: FastifyPluginAsync = async (app) => {
  app.get('/openapi.json', { schema: { hide: true }, config: { open: true } }, () => app.swagger());

  app.get('/', { schema: { hide: true }, config: { open: true } }, (_request, reply) =>
    reply.type('text/html').send(page(app.swagger().paths ?? {})),
  );
};

/** One line an endpoint: enough to find one's way, with no script from anywhere. */
function page(paths: Readonly<Record<string, object | undefined>>): string {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).map(
      ([method, about]) =>
        `<tr><td>${method.toUpperCase()}</td><td><code>${path}</code></td><td>${(about as { summary?: string }).summary ?? ''}</td></tr>`,
    ),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kith API</title><h1>Kith API</h1>
<p>The whole contract: <a href="./openapi.json">openapi.json</a>.</p>
<table><thead><tr><th>Method<th>Path<th>What it answers</thead><tbody>${rows.join('')}</tbody></table></html>`;
}
