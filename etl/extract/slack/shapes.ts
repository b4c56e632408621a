import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { instantOfSeconds, UnixSeconds } from '../../formats/unix-time.ts';

/** What members did to the channel, what apps wrote, what Slack itself said: no posts of people. */
const notices = [
  'bot_add',
  'bot_disable',
  'bot_enable',
  'bot_message',
  'bot_remove',
  'channel_archive',
  'channel_canvas_updated',
  'channel_convert_to_private',
  'channel_convert_to_public',
  'channel_join',
  'channel_leave',
  'channel_name',
  'channel_posting_permissions',
  'channel_purpose',
  'channel_topic',
  'channel_unarchive',
  'group_archive',
  'group_join',
  'group_leave',
  'group_name',
  'group_purpose',
  'group_topic',
  'group_unarchive',
  'huddle_thread',
  'joiner_notification',
  'joiner_notification_for_inviter',
  'pinned_item',
  'reminder_add',
  'sh_room_created',
  'slackbot_response',
  'unpinned_item',
] as const;

const posts = ['thread_broadcast', 'file_share', 'file_comment', 'me_message', 'tombstone'] as const;

const timeId = z.string().refine((ts) => instantOfSeconds(ts) !== undefined, 'it is no time of Slack');

export const Message = known(
  {
    type: z.enum(['message']),
    subtype: z.enum([...posts, ...notices]).optional(),
    user: z.string().optional(),
    bot_id: z.string().optional(),
    text: z.string().optional(),
    ts: timeId,
    thread_ts: timeId.optional(),
    user_profile: z.looseObject({ real_name: z.string().optional() }).optional(),
    reactions: z.array(known({ name: z.string(), users: z.array(z.string()) }, 'count url')).optional(),
    edited: known({ ts: UnixSeconds }, 'user').optional(),
  },
  `parent_user_id reply_count reply_users reply_users_count latest_reply replies subscribed last_read is_locked team user_team
  source_team blocks files upload display_as_bot attachments client_msg_id bot_profile app_id pinned_to pinned_info permalink
  old_name name purpose topic inviter members root x_files hidden metadata is_starred unfurl_links unfurl_media username icons
  language no_notifications room bot_link item item_type comment file channel event_ts unread_count upload_reply_to
  saved is_intro new_broadcast original_ts thread_subscribed assistant_app_thread`,
);
export type Message = z.infer<typeof Message>;

/** Channels and users carry dozens of settings; only what is named here is looked at. */
export const Channel = z.looseObject({ id: z.string(), name: z.string() });
export const User = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  tz: z.string().nullish(),
  profile: z.looseObject({ email: z.string().nullish(), real_name: z.string().nullish() }).optional(),
});

export function isNotice(message: Message): boolean {
  return (notices as readonly (string | undefined)[]).includes(message.subtype) || message.user === undefined;
}
