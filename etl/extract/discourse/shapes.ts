import { z } from 'zod';
import { Instant } from '../../records/values.ts';

const Id = z.number();

/** A post has some eighty fields, plugins add more: those named here decide, the rest is not looked at. */
export const Post = z.looseObject({
  id: Id,
  topic_id: Id,
  topic_title: z.string().optional(),
  post_number: z.number(),
  reply_to_post_number: z.number().nullish(),
  user_id: Id.nullish(),
  username: z.string().nullish(),
  name: z.string().nullish(),
  created_at: Instant,
  updated_at: Instant.nullish(),
  version: z.number().optional(),
  cooked: z.string().optional(),
  /** 1 regular, 2 what a moderator did, 3 a small action, 4 a whisper among staff. */
  post_type: z.literal([1, 2, 3, 4]),
  actions_summary: z.array(z.looseObject({ id: Id, count: z.number().optional() })).default([]),
  staff: z.boolean().optional(),
  deleted_at: Instant.nullish(),
  user_deleted: z.boolean().optional(),
  category_id: Id.nullish(),
});
export type Post = z.infer<typeof Post>;

export const Topic = z.looseObject({
  id: Id,
  title: z.string(),
  category_id: Id.nullish(),
  archetype: z.enum(['regular', 'banner', 'private_message']),
  post_stream: z.looseObject({ posts: z.array(z.unknown()) }),
});

export const User = z.looseObject({
  id: Id,
  username: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  active: z.boolean().nullish(),
  single_sign_on_record: z.looseObject({ external_id: z.string() }).nullish(),
});
export type User = z.infer<typeof User>;

export const Badges = z.looseObject({
  badges: z.array(z.looseObject({ id: Id, name: z.string() })),
  user_badges: z.array(
    z.looseObject({ id: Id, granted_at: Instant, badge_id: Id, user_id: Id, granted_by_id: Id.nullish() }),
  ),
});
