import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Language } from './language.ts';

export const setLanguage = {
  method: 'POST',
  url: '/settings/language',
  summary: 'Sets the language Kith speaks to the reader; null: the browser says which.',
  params: z.object({}),
  query: z.object({}),
  body: z.object({ language: Language.nullable() }),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;
