import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { noticed } from '../../formats/news.ts';
import { instantOfSeconds, UnixSeconds } from '../../formats/unix-time.ts';
import { Key } from '../../records/values.ts';

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

/** What a profile holds besides name and address. */
const profile = `real_name real_name_normalized display_name display_name_normalized first_name last_name name title phone
  skype email fields status_text status_text_canonical status_emoji status_emoji_display_info status_expiration
  avatar_hash image_original is_custom_image image_24 image_32 image_48 image_72 image_192 image_512 image_1024 team
  pronouns start_date huddle_state huddle_state_expiration_ts guest_invited_by guest_expiration_ts bot_id api_app_id
  always_active is_restricted is_ultra_restricted`;

export const Message = known(
  {
    type: z.enum(['message']),
    subtype: z.enum([...posts, ...notices]).optional(),
    user: z.string().optional(),
    bot_id: z.string().optional(),
    text: z.string().optional(),
    ts: timeId,
    thread_ts: timeId.optional(),
    user_profile: noticed({ real_name: z.string().optional() }, profile).optional(),
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

/** Channels and users carry dozens of settings: those in braces are read, a new one is named. */
export const Channel = noticed(
  { id: Key, name: z.string() },
  `created creator is_archived is_general members topic purpose pins is_channel is_group is_im is_mpim is_private
  name_normalized previous_names num_members unlinked context_team_id updated is_shared is_org_shared is_ext_shared
  is_pending_ext_shared pending_shared pending_connected_team_ids shared_team_ids parent_conversation properties is_member
  is_frozen is_non_threadable is_read_only is_thread_only conversation_host_id internal_team_ids is_global_shared
  connected_team_ids is_moved is_open priority latest unread_count unread_count_display last_read user`,
);
export const User = noticed(
  {
    id: Key,
    name: z.string().optional(),
    real_name: z.string().optional(),
    deleted: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    tz: z.string().nullish(),
    profile: noticed({ email: z.string().nullish(), real_name: z.string().nullish() }, profile).optional(),
  },
  `team_id color tz_label tz_offset is_admin is_owner is_primary_owner is_restricted is_ultra_restricted is_app_user updated
  is_email_confirmed is_invited_user is_forgotten who_can_share_contact_card has_2fa two_factor_type enterprise_user
  is_workflow_bot is_connector_bot is_stranger locale presence is_profile_only_user`,
);

/** An answer of conversations.history around its messages. */
export const Answer = noticed(
  { messages: z.array(z.unknown()) },
  'ok has_more pin_count response_metadata channel_actions_ts channel_actions_count latest oldest is_limited',
);

export function isNotice(message: Message): boolean {
  return (notices as readonly (string | undefined)[]).includes(message.subtype) || message.user === undefined;
}
