import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Id, Instant, Zone } from './values.ts';

export const Purpose = z.enum(['analytics', 'direct_messages', 'survey_contact', 'mentoring']);
export const DeclarationKind = z.enum(['study_group', 'offline_contact', 'other']);
export const RequestKind = z.enum(['correct', 'object', 'looks', 'erase']);

/** How many facts of one kind one source brought of the reader in one course. */
export const OwnFacts = z.object({
  kind: z.string(),
  courseId: z.number().nullable(),
  /** Null: of no course. */
  course: z.string().nullable(),
  /** Null: it was said in Kith. */
  source: z.string().nullable(),
  /** The last load that brought some of them. */
  runId: z.number().nullable(),
  loadedAt: Instant.nullable(),
  facts: z.number(),
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
});

export const OwnAccount = z.object({
  sourceId: z.number(),
  source: z.string(),
  connector: z.string(),
  key: z.string(),
  name: z.string().nullable(),
  /** Since when the source is not read for Kith, by the reader's own word; null: it is read. */
  withheld: Instant.nullable(),
  claims: z.array(z.object({ scheme: z.string(), value: z.string() })),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
});

export const OwnDeclaration = z.object({
  declarationId: z.number(),
  courseId: z.number(),
  course: z.string(),
  kind: DeclarationKind,
  from: Instant,
  to: Instant.nullable(),
  /** The reader said it here. */
  own: z.boolean(),
  /** Who else said it here. */
  by: z.string().nullable(),
  /** The source that said it. */
  source: z.string().nullable(),
});

export const OwnRequest = z.object({
  requestId: z.number(),
  kind: z.union([RequestKind, z.literal('handle')]),
  about: z.string().nullable(),
  wish: z.string(),
  place: z.string().nullable(),
  askedAt: Instant,
  answeredAt: Instant.nullable(),
  granted: z.boolean().nullable(),
  answer: z.string().nullable(),
});

export const Mentoring = z.object({
  capacity: z.number().int().min(1).max(20),
  languages: z.array(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$/)).max(10),
  timezone: z.string().max(64).nullable(),
});

export const OwnStanding = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  accounts: z.array(OwnAccount),
  courses: z.array(z.object({ courseId: z.number(), title: z.string(), role: z.string(), optedOut: z.boolean() })),
  /** Everywhere. */
  optedOut: z.boolean(),
  purposes: z.partialRecord(Purpose, z.object({ granted: z.boolean(), at: Instant })),
  declarations: z.array(OwnDeclaration),
  mentoring: Mentoring.nullable(),
  apart: z.array(z.object({ personId: z.number(), name: z.string() })),
  /** Names of the institution's sources, in which somebody may have a handle. */
  places: z.array(z.string()),
});

const none = { params: z.object({}), query: z.object({}) } as const;
const done = z.object({ done: z.literal(true) });

export const getMyData = {
  method: 'GET',
  url: '/my-data',
  summary: 'What Kith holds of the reader and where it came from, and what they have said about it. No score.',
  ...none,
  response: OwnStanding.extend({ facts: z.array(OwnFacts), requests: z.array(OwnRequest) }),
} as const satisfies Endpoint;

export const extractMyData = {
  method: 'GET',
  url: '/my-data/extract',
  summary: 'Every fact about the reader, row by row, to keep or to hand on.',
  ...none,
  response: z.object({
    madeAt: Instant,
    person: OwnStanding.omit({ places: true }),
    requests: z.array(OwnRequest),
    facts: z.array(
      z.object({
        kind: z.string(),
        course: z.string().nullable(),
        source: z.string().nullable(),
        load: z.number().nullable(),
        at: Instant.nullable(),
        fact: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
} as const satisfies Endpoint;

export const sayConsent = {
  method: 'POST',
  url: '/my-data/consent',
  summary: 'The reader’s word on a purpose, in one course or everywhere. It holds at once.',
  ...none,
  body: z.object({ purpose: Purpose, courseId: Id.nullable().default(null), granted: z.boolean() }),
  response: done,
} as const satisfies Endpoint;

export const withholdSource = {
  method: 'POST',
  url: '/my-data/sources/:sourceId',
  summary: 'The reader’s word on one source: what it brought of them goes and it is read no more, or it is read again.',
  params: z.object({ sourceId: Id }),
  query: z.object({}),
  body: z.object({ granted: z.boolean() }),
  response: done,
} as const satisfies Endpoint;

const declared = z.object({
  kind: DeclarationKind,
  from: Instant,
  to: Instant.nullable().default(null),
});

export const declareOwn = {
  method: 'POST',
  url: '/my-data/declarations',
  summary: 'The reader meets others where Kith does not look.',
  ...none,
  body: declared.extend({ courseId: Id }),
  response: done,
} as const satisfies Endpoint;

export const endDeclaration = {
  method: 'POST',
  url: '/courses/:courseId/declarations/:declarationId/end',
  summary: 'Ends what the reader declared in Kith, or what was declared about them.',
  params: z.object({ courseId: Id, declarationId: Id }),
  query: z.object({}),
  response: done,
} as const satisfies Endpoint;

export const declareFor = {
  method: 'POST',
  url: '/courses/:courseId/learners/:personId/declarations',
  summary: 'Somebody who teaches a learner notes that they meet others where Kith does not look.',
  params: z.object({ courseId: Id, personId: Id }),
  query: z.object({}),
  body: declared,
  response: done,
} as const satisfies Endpoint;

export const offerMentoring = {
  method: 'POST',
  url: '/my-data/mentoring',
  summary: 'The reader offers to be a mentor, or with null no more.',
  ...none,
  body: z.object({ offer: Mentoring.extend({ timezone: Zone.nullable() }).nullable() }),
  response: done,
} as const satisfies Endpoint;

export const keepApart = {
  method: 'POST',
  url: '/my-data/apart',
  summary: 'Somebody of the reader’s courses, by full name or address, whom they are not to be matched with.',
  ...none,
  body: z.object({ name: z.string().trim().min(2).max(254) }),
  response: done,
} as const satisfies Endpoint;

export const keepApartNoMore = {
  method: 'POST',
  url: '/my-data/apart/:personId/end',
  summary: 'Takes that back.',
  params: z.object({ personId: Id }),
  query: z.object({}),
  response: done,
} as const satisfies Endpoint;

export const askAboutMyData = {
  method: 'POST',
  url: '/my-data/requests',
  summary: 'Asks the steward to correct something, to leave something out, to say who looked, or to erase.',
  ...none,
  body: z.object({
    kind: RequestKind,
    about: z.string().trim().max(200).nullable().default(null),
    wish: z.string().trim().min(1).max(2000),
  }),
  response: done,
} as const satisfies Endpoint;

export const addHandle = {
  method: 'POST',
  url: '/my-data/handles',
  summary:
    'A name under which the reader is known in a source. A steward confirms it: it opens what was written under it.',
  ...none,
  body: z.object({ place: z.string().trim().min(1).max(200), handle: z.string().trim().min(1).max(200) }),
  response: done,
} as const satisfies Endpoint;
