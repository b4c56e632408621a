import type { z } from 'zod';

/** One endpoint: validated on the way in and out by Fastify, typed for the dashboard, printed in the OpenAPI page. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: `/${string}`;
  /** One sentence for the OpenAPI page. */
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
}

export type ParamsOf<E extends Endpoint> = z.input<E['params']>;
export type QueryOf<E extends Endpoint> = z.input<E['query']>;
export type BodyOf<E extends Endpoint> = E['body'] extends z.ZodType ? z.input<E['body']> : undefined;
export type ResponseOf<E extends Endpoint> = z.output<E['response']>;
