import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Instant, Zone } from './values.ts';

export const DigestSetting = z.object({
  wanted: z.boolean(),
  /** 1 Monday to 7 Sunday, in the zone. */
  weekday: z.number().int().min(1).max(7),
  hour: z.number().int().min(0).max(23),
  timezone: z.string(),
});

export const getDigest = {
  method: 'GET',
  url: '/digest',
  summary: 'Whether the reader has the weekly word by mail, when, and what it would say now.',
  params: z.object({}),
  query: z.object({}),
  response: z.object({
    setting: DigestSetting,
    /** Else why no mail can come. */
    way: z.enum(['mail', 'no_server', 'no_address']),
    lastSentAt: Instant.nullable(),
    preview: z.object({ subject: z.string(), text: z.string() }),
  }),
} as const satisfies Endpoint;

export const setDigest = {
  method: 'POST',
  url: '/digest',
  summary: 'Sets whether and when the weekly word comes. An hour that is over waits for the next week.',
  params: z.object({}),
  query: z.object({}),
  body: DigestSetting.extend({ timezone: Zone }),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;
