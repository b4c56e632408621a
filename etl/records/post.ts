import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Count, Instant, Key } from './values.ts';

/**
 * One contribution to a thread. Text is not kept: length, words, mentions, quotes and a question mark are.
 * `parent` is an explicit parent only; never write an inferred one there.
 */
export const Post = z
  .object({
    type: z.literal('post'),
    ...envelope,
    space: Key.optional(),
    thread: Key,
    /** The post this one answers. Empty in an opener, and in a flat forum's replies: those answer the opener. */
    parent: Key.optional(),
    author: Key.optional(),
    /** Who is answered, where the source names a person and no parent post. */
    addressee: Key.optional(),
    coAuthors: z.array(Key).default([]),
    anonymity: z.enum(['none', 'peers', 'all']).default('none'),
    kind: z.enum(['thread', 'reply', 'comment', 'answer', 'note', 'chat', 'announcement']).default('reply'),
    replyInference: z.enum(['explicit', 'thread_root', 'quote', 'mention', 'adjacent', 'none']).default('explicit'),
    createdAt: Instant,
    editedAt: Instant.optional(),
    mentions: z.array(Key).default([]),
    quotes: z.array(Key).default([]),
    visibility: z.enum(['course', 'group', 'private', 'public']).default('course'),
    isStaffAtTime: z.boolean().optional(),
    endorsed: z.boolean().optional(),
    accepted: z.boolean().optional(),
    words: Count.optional(),
    chars: Count.optional(),
    hasQuestion: z.boolean().optional(),
    session: Key.optional(),
    title: z.string().optional(),
    url: z.url().optional(),
    /** Kept only where the deployment switched bodies on. */
    body: z.string().optional(),
  })
  .refine((post) => post.anonymity !== 'all' || (post.author === undefined && post.coAuthors.length === 0), {
    message: 'a post with anonymity "all" never has an author',
    path: ['author'],
  });
