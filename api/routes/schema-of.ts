import type { Endpoint } from '../contract/endpoint.ts';
import { Problem } from '../contract/problem.ts';

/** A contract entry as Fastify wants it. Answers are checked on the way out too. */
export const schemaOf = <const E extends Endpoint>(endpoint: E) => ({
  summary: endpoint.summary,
  params: endpoint.params as E['params'],
  querystring: endpoint.query as E['query'],
  ...(('body' in endpoint ? { body: endpoint.body } : {}) as BodySchema<E>),
  response: { 200: endpoint.response as E['response'], '4xx': Problem },
});

/** Of an endpoint that answers with a stream of text, which no schema looks into. */
export const schemaOfStream = <const E extends Endpoint>(endpoint: E) => ({
  summary: endpoint.summary,
  params: endpoint.params as E['params'],
  querystring: endpoint.query as E['query'],
});

type BodySchema<E extends Endpoint> = E extends { readonly body: infer Body } ? { body: Body } : { body?: never };
