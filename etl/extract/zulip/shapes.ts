import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { UnixSeconds } from '../../formats/unix-time.ts';

const Id = z.number();

/** A message of GET /messages. In direct messages `display_recipient` is a list of people. */
export const ApiMessage = known(
  {
    id: Id,
    type: z.enum(['stream', 'channel', 'private', 'direct']),
    stream_id: Id.optional(),
    display_recipient: z.unknown(),
    subject: z.string(),
    sender_id: Id,
    sender_email: z.string().optional(),
    sender_full_name: z.string().optional(),
    timestamp: UnixSeconds,
    last_edit_timestamp: UnixSeconds.optional(),
    content: z.string(),
    reactions: z.array(known({ user_id: Id }, 'emoji_name emoji_code reaction_type user')).default([]),
  },
  `avatar_url client content_type edit_history flags is_me_message last_moved_timestamp match_content match_subject
  recipient_id sender_realm_str submessages topic_links sender_is_mirror_dummy`,
);
export type ApiMessage = z.infer<typeof ApiMessage>;

/** A row of zerver_message in messages-000001.json. */
export const ExportedMessage = known(
  {
    id: Id,
    sender: Id,
    recipient: Id,
    subject: z.string(),
    content: z.string(),
    date_sent: UnixSeconds,
    last_edit_time: UnixSeconds.optional(),
  },
  `edit_history type realm sending_client rendered_content rendered_content_version has_attachment has_image has_link search_tsvector
  is_channel_message last_moved_time`,
);
export type ExportedMessage = z.infer<typeof ExportedMessage>;

/** What of realm.json's many tables is read. */
export const Realm = z.looseObject({
  zerver_stream: z.array(z.looseObject({ id: Id, name: z.string(), invite_only: z.boolean().nullish() })).default([]),
  zerver_recipient: z.array(z.looseObject({ id: Id, type: z.number(), type_id: Id })).default([]),
  zerver_userprofile: z
    .array(
      z.looseObject({
        id: Id,
        full_name: z.string(),
        delivery_email: z.string().nullish(),
        is_bot: z.boolean().nullish(),
        is_active: z.boolean().nullish(),
        timezone: z.string().nullish(),
      }),
    )
    .default([]),
  zerver_userprofile_crossrealm: z.array(z.looseObject({ id: Id })).default([]),
  zerver_reaction: z.array(z.looseObject({ message: Id, user_profile: Id })).default([]),
});
export type Realm = z.infer<typeof Realm>;
