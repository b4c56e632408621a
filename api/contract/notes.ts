import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Id, Instant } from './values.ts';

/** normal: whoever teaches there, and support once a case is handed over; restricted: named readers; private: the author. */
export const NoteLevel = z.enum(['normal', 'restricted', 'private']);

const Body = z.string().trim().min(1).max(4000);

/** That there is a note. Its words are another request. */
export const NotePresence = z.object({
  courseId: z.number(),
  course: z.string(),
  noteId: z.number(),
  level: NoteLevel,
  author: z.string().nullable(),
  mine: z.boolean(),
  writtenAt: Instant,
  /** Whether its words open to the reader. */
  mayRead: z.boolean(),
});

const OneLearner = z.object({ courseId: Id, personId: Id });
const OneNote = z.object({ courseId: Id, noteId: Id });

export const listNotes = {
  method: 'GET',
  url: '/courses/:courseId/learners/:personId/notes',
  summary: 'That notes about a learner exist: of this and the previous term, or all. Without their words.',
  params: OneLearner,
  query: z.object({ earlier: z.literal('true').optional() }),
  response: z.object({
    notes: z.array(NotePresence),
    /** Older ones that are not in this answer. */
    earlier: z.number(),
    /** Whom the writer of a restricted note may name as its readers. */
    colleagues: z.array(z.object({ personId: z.number(), name: z.string() })),
  }),
} as const satisfies Endpoint;

export const NoteText = z.object({
  courseId: z.number(),
  noteId: z.number(),
  personId: z.number(),
  level: NoteLevel,
  author: z.string().nullable(),
  mine: z.boolean(),
  /** restricted: who else may read it. */
  readers: z.array(z.string()),
  /** The one that counts first. */
  revisions: z.array(z.object({ revision: z.number(), body: z.string(), writtenAt: Instant })),
});

export const readNote = {
  method: 'GET',
  url: '/courses/:courseId/notes/:noteId',
  summary: 'The words of one note with its revisions, for whom they are open.',
  params: OneNote,
  query: z.object({}),
  response: NoteText,
} as const satisfies Endpoint;

export const writeNote = {
  method: 'POST',
  url: '/courses/:courseId/learners/:personId/notes',
  summary: 'Writes a note about a learner. A restricted one names its readers.',
  params: OneLearner,
  query: z.object({}),
  body: z.object({ level: NoteLevel, body: Body, readerIds: z.array(Id).max(20).default([]) }),
  response: z.object({ noteId: z.number() }),
} as const satisfies Endpoint;

export const reviseNote = {
  method: 'POST',
  url: '/courses/:courseId/notes/:noteId/revisions',
  summary: 'Writes one’s own note anew; what it said before stays readable to the same people.',
  params: OneNote,
  query: z.object({}),
  body: z.object({ body: Body }),
  response: z.object({ revision: z.number() }),
} as const satisfies Endpoint;
