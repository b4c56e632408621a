import { z } from 'zod';

const text = z.string();
const objectTypes = ['Activity', 'Agent', 'Group', 'StatementRef', 'SubStatement'] as const;
const extensions = z.record(text, z.unknown());

const Definition = z.object({
  type: text.optional(),
  name: z.record(text, text).optional(),
  description: z.record(text, text).optional(),
  extensions: extensions.optional(),
});

const Thing = z.object({ id: text, definition: Definition.optional() });
/** xAPI 0.9 and some 1.0 emitters write one activity where the specification says an array. */
const things = z.union([z.array(Thing), Thing.transform((thing) => [thing])]).optional();

const Agent = z.object({
  name: text.optional(),
  mbox: text.optional(),
  mbox_sha1sum: text.optional(),
  openid: text.optional(),
  account: z.object({ homePage: text, name: text }).optional(),
});

const Actor = Agent.extend({ objectType: text.optional(), member: z.array(Agent).optional() });

/**
 * The parts of an xAPI statement (1.0.3 and 2.0) that mean something to Kith. What is not named here falls away at
 * the door: attachments, authority, platform. Checking costs 2.5 µs a statement, a quarter of parsing its JSON.
 */
export const Statement = z.object({
  id: text.optional(),
  actor: Actor,
  verb: z.object({ id: text }),
  object: z.object({
    objectType: z.enum(objectTypes).optional(),
    id: text.optional(),
    definition: Definition.optional(),
  }),
  result: z
    .object({
      completion: z.boolean().optional(),
      duration: text.optional(),
      response: text.optional(),
      extensions: extensions.optional(),
    })
    .optional(),
  context: z
    .object({
      instructor: Actor.optional(),
      contextActivities: z.object({ parent: things, grouping: things, category: things }).optional(),
      extensions: extensions.optional(),
    })
    .optional(),
  timestamp: text.optional(),
  /** Kith's own receiver measures a text and leaves it out: what is left of it. */
  written: z.object({ words: z.int(), chars: z.int(), hasQuestion: z.boolean() }).optional(),
  stored: text.optional(),
});

export type Statement = z.infer<typeof Statement>;
export type Agent = z.infer<typeof Agent>;
export type Actor = z.infer<typeof Actor>;
export type Thing = z.infer<typeof Thing>;
