import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Id, Instant } from './values.ts';

const Named = z.object({ personId: z.number(), name: z.string() });

/** A pair with the reasons for it. No score, band or rank of anybody is in any answer about mentors. */
export const MentorMatch = z.object({
  matchId: z.number(),
  mentor: Named,
  mentee: Named,
  state: z.enum(['proposed', 'confirmed', 'declined', 'ended']),
  sharedCourses: z.number(),
  hoursApart: z.number().nullable(),
  languages: z.array(z.string()),
  proposedAt: Instant,
});

const OneCourse = z.object({ courseId: Id });

export const listMentors = {
  method: 'GET',
  url: '/courses/:courseId/mentors',
  summary: 'Who offered to be a mentor in a course, whom somebody could be there for, and the pairs so far.',
  params: OneCourse,
  query: z.object({}),
  response: z.object({
    mentors: z.array(Named.extend({ free: z.number() })),
    /** Learners without a pair who may be unconnected, by name. */
    mentees: z.array(Named),
    matches: z.array(MentorMatch),
  }),
} as const satisfies Endpoint;

export const proposeMentors = {
  method: 'POST',
  url: '/courses/:courseId/mentors/proposals',
  summary: 'Proposes the pairs that fit best for the learners named; nobody is told before staff confirm.',
  params: OneCourse,
  query: z.object({}),
  body: z.object({ personIds: z.array(Id).min(1).max(200) }),
  response: z.object({ proposed: z.number(), without: z.number() }),
} as const satisfies Endpoint;

export const decideMentor = {
  method: 'POST',
  url: '/courses/:courseId/mentors/:matchId/decision',
  summary: 'Confirms a proposed pair, declines it for good, or ends one that was confirmed.',
  params: z.object({ courseId: Id, matchId: Id }),
  query: z.object({}),
  body: z.object({ to: z.enum(['confirmed', 'declined', 'ended']) }),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;

export const listMyMentoring = {
  method: 'GET',
  url: '/mentoring',
  summary: 'Whom the reader is there for as a peer mentor, and who is there for them. Confirmed pairs only.',
  params: z.object({}),
  query: z.object({}),
  response: z.array(
    z.object({
      mentor: z.boolean(),
      name: z.string().nullable(),
      course: z.string(),
      since: Instant,
      sharedCourses: z.number(),
      languages: z.array(z.string()),
    }),
  ),
} as const satisfies Endpoint;
