import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Instant, Key } from './values.ts';

/** One person's answers to one survey. A person is named only where the learner ticked that staff may see the answer. */
export const SurveyResponse = z.object({
  type: z.literal('survey_response'),
  ...envelope,
  survey: Key,
  wave: z.string().optional(),
  person: Key.optional(),
  items: z.array(z.object({ item: Key, number: z.number().optional(), text: z.string().optional() })).min(1),
  answeredAt: Instant,
});
