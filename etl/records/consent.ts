import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Instant, Key } from './values.ts';

/** A learner's choice. `granted` false for purpose "analytics" is the opt-out: no score from that instant on. */
export const Consent = z.object({
  type: z.literal('consent'),
  ...envelope,
  person: Key,
  purpose: z.enum(['analytics', 'direct_messages', 'survey_contact', 'mentoring']),
  granted: z.boolean(),
  at: Instant,
});

/** A study group or contact outside the platform that a learner declared, so that silence here is not misread. */
export const Declaration = z.object({
  type: z.literal('declaration'),
  ...envelope,
  person: Key,
  kind: z.enum(['study_group', 'offline_contact', 'other']),
  from: Instant,
  to: Instant.optional(),
});
