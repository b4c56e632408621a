import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

/** An account as its source writes it. */
const Account = z.object({
  accountId: z.number(),
  personId: z.number(),
  source: z.string(),
  key: z.string(),
  name: z.string().nullable(),
  /** False: only seen, in no roster. */
  inRoster: z.boolean(),
});

export const Matches = z.object({
  /** Somebody seen in a course, and somebody of its roster, who may be one person. */
  suggestions: z.array(
    z.object({
      courseId: z.number(),
      course: z.string(),
      rule: z.enum(['name', 'email']),
      seen: Account,
      listed: Account,
      /** The evidence as each source writes it. */
      said: z.string(),
      otherSaid: z.string(),
      /** Posts, presences and activities of whom was only seen, in that course. */
      traces: z.number(),
    }),
  ),
  /** Signs that lead to two people and so join nobody. */
  conflicts: z.array(
    z.object({
      sign: z.string(),
      scheme: z.string(),
      value: z.string(),
      foundAt: z.string(),
      accounts: z.array(Account),
    }),
  ),
  /** What was decided, the newest first. */
  changes: z.array(
    z.object({
      changeId: z.number(),
      kind: z.enum(['join', 'split', 'part', 'ignore', 'undo', 'load']),
      state: z.enum(['asked', 'done', 'refused']),
      why: z.string().nullable(),
      message: z.string().nullable(),
      /** Null: the command line, or a load. */
      by: z.string().nullable(),
      runId: z.number().nullable(),
      undoes: z.number().nullable(),
      askedAt: z.string(),
      undone: z.boolean(),
      moved: z.number(),
      accounts: z.array(Account),
    }),
  ),
  /** Courses in which people were only seen. */
  unmatched: z.array(z.object({ courseId: z.number(), course: z.string(), seenOnly: z.number(), listed: z.number() })),
});

export const listMatches = {
  method: 'GET',
  url: '/matches',
  summary: 'Who may be one person across sources, and what was decided. For stewards; the look is logged.',
  params: z.object({}),
  query: z.object({}),
  response: Matches,
} as const satisfies Endpoint;

/** An account that a steward looked for. `handle`: it joins by its owner's own word only. */
export const FoundAccount = Account.extend({ handle: z.boolean() });

export const findAccounts = {
  method: 'GET',
  url: '/matches/accounts',
  summary: 'Accounts that carry a word in their name, key or signs. For stewards; the look is logged.',
  params: z.object({}),
  query: z.object({ word: z.string().trim().min(2).max(200) }),
  response: z.array(FoundAccount),
} as const satisfies Endpoint;

export const decideMatch = {
  method: 'POST',
  url: '/matches',
  summary: 'Says who is one person and who is not; the worker carries it out, and it can be taken back. For stewards.',
  params: z.object({}),
  query: z.object({}),
  body: z.object({
    kind: z.enum(['join', 'split', 'part', 'ignore', 'undo']),
    accountIds: z.array(z.number().int().positive()).max(50).default([]),
    sign: z.guid().nullable().default(null),
    changeId: z.number().int().positive().nullable().default(null),
    /** The learner said so: only then does a handle join. */
    ownWord: z.boolean().default(false),
    why: z.string().max(500).nullable().default(null),
  }),
  response: z.object({ changeId: z.number() }),
} as const satisfies Endpoint;
