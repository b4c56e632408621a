import { z } from 'zod';
import { isObject } from '../../formats/fields.ts';
import { noticed } from '../../formats/news.ts';
import { Instant } from '../../records/values.ts';

/** Names that the entities of the standard have, all together: what is in none of them is named, and does no harm. */
const entityNames = `@context type name description dateCreated dateModified datePublished dateToActivate dateToShow dateToStartOn
  dateToSubmit dateToStopOn otherIdentifiers extensions academicSession courseNumber subOrganizationOf members member organization
  roles status category creators creator mediaType storageName keywords learningObjectives version isPartOf replyTo body
  attachments value commenter commentedOn rater rated question questionPosed selections selection ratingComment rating
  assignee assignable count startedAtTime endedAtTime duration attempt maxScore maxAttempts maxSubmits scoreGiven
  scoredBy comment items isTimeDependent annotator annotated bodyText tags withAgents mediaPlayer volumeMin volumeMax
  volumeLevel currentTime muted client user host userAgent ipAddress searchTerms searchTarget searchProvider
  searchResultsCount searchResultsItemCount query start end index scale points minLabel maxLabel maxValue minValue step
  itemLabels itemValues maxSelections minSelections metric metricValue metricValueMax rank generatedAt values
  dateTimeSelected questionnaire isAnonymous parentId threadId anonymous firstPost length fileAttached messageParameters isDiscussion contentId`;

/** A thing is written in full, or thinned to its IRI. */
const thing = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([
    z.string().transform((id) => ({ id }) as z.output<z.ZodObject<Shape>> & { id: string }),
    noticed({ id: z.string(), ...shape }, entityNames),
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

/** What stands around the events of a sensor. */
export const Envelope = noticed({ data: z.array(z.unknown()) }, 'sensor sendTime dataVersion');

export const Event = noticed(
  {
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
  },
  '@context profile target edApp referrer session federatedSession extensions',
);
export type Event = z.infer<typeof Event>;

/** The last word of an IRI: Caliper 1.1 writes `http://purl.imsglobal.org/vocab/caliper/action#Posted`, 1.2 `Posted`. */
export const word = (iri: string) => /[^/#]+$/.exec(iri)?.[0] ?? iri;

/** The things below a thing: its thread and forum, what it answers, the course of its section. */
export function* thingsBelow(thing: unknown): Generator {
  if (!isObject(thing)) return;
  for (const name of ['isPartOf', 'replyTo', 'subOrganizationOf']) {
    if (!isObject(thing[name])) continue;
    yield thing[name];
    yield* thingsBelow(thing[name]);
  }
}
