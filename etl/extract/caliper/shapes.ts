import { z } from 'zod';
import { Instant } from '../../records/values.ts';

/** A thing is written in full, or thinned to its IRI. Extensions and new fields are allowed by the standard. */
const thing = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([
    z.string().transform((id) => ({ id }) as z.output<z.ZodObject<Shape>> & { id: string }),
    z.looseObject({ id: z.string(), ...shape }),
  ]);

const named = { type: z.string().optional(), name: z.string().nullish() };
export const Organisation = thing({
  ...named,
  courseNumber: z.string().nullish(),
  subOrganizationOf: z.unknown().optional(),
});
export type Organisation = z.infer<typeof Organisation>;
const Person = thing({ ...named, extensions: z.unknown().optional() });

export const Thing = thing({
  ...named,
  creators: z.array(Person).nullish(),
  body: z.string().nullish(),
  value: z.string().nullish(),
  replyTo: z.unknown().optional(),
  isPartOf: z.unknown().optional(),
  dateCreated: Instant.nullish(),
  duration: z.string().nullish(),
});
export type Thing = z.infer<typeof Thing>;

export const Event = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  actor: Person,
  action: z.string(),
  object: Thing,
  generated: Thing.nullish(),
  eventTime: Instant,
  group: Organisation.nullish(),
  membership: thing({
    member: z.unknown().optional(),
    organization: Organisation.nullish(),
    roles: z.array(z.string()).nullish(),
    status: z.string().nullish(),
  }).nullish(),
});
export type Event = z.infer<typeof Event>;

/** The last word of an IRI: Caliper 1.1 writes `http://purl.imsglobal.org/vocab/caliper/action#Posted`, 1.2 `Posted`. */
export const word = (iri: string) => /[^/#]+$/.exec(iri)?.[0] ?? iri;
