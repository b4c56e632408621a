import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { noticed } from '../../formats/news.ts';
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

const Stream = noticed(
  { id: Id, name: z.string(), invite_only: z.boolean().nullish() },
  `realm description rendered_description date_created creator deactivated is_web_public is_in_zephyr_realm email_token
  history_public_to_subscribers first_message_id message_retention_days stream_post_policy can_remove_subscribers_group
  can_administer_channel_group can_send_message_group can_add_subscribers_group can_subscribe_group
  can_create_topic_group can_move_messages_out_of_channel_group can_move_messages_within_channel_group
  can_delete_any_message_group can_delete_own_message_group can_resolve_topics_group folder topics_policy recipient
  is_recently_active subscriber_count`,
);
const Profile = noticed(
  {
    id: Id,
    full_name: z.string(),
    delivery_email: z.string().nullish(),
    is_bot: z.boolean().nullish(),
    is_active: z.boolean().nullish(),
    timezone: z.string().nullish(),
  },
  `email role realm date_joined last_login tos_version is_staff is_superuser is_mirror_dummy is_billing_admin
  is_imported_stub bot_type bot_owner long_term_idle last_active_message_id last_reminder last_message_sent pointer
  avatar_source avatar_version avatar_hash user_profile recipient api_key uuid password zoom_token third_party_api_state
  onboarding_steps tutorial_status can_create_users can_forge_sender default_language default_view
  default_events_register_stream default_sending_stream default_all_public_streams enter_sends left_side_userlist
  enable_desktop_notifications enable_sounds notification_sound color_scheme emojiset twenty_four_hour_time
  first_visible_message rate_limits groups user_permissions is_realm_admin is_guest is_moderator`,
);

/** What of realm.json's many tables is read; a new table is named. */
export const Realm = noticed(
  {
    zerver_stream: z.array(Stream).default([]),
    zerver_recipient: z.array(noticed({ id: Id, type: z.number(), type_id: Id })).default([]),
    zerver_userprofile: z.array(Profile).default([]),
    zerver_userprofile_crossrealm: z.array(noticed({ id: Id }, 'email full_name is_bot bot_type')).default([]),
    zerver_reaction: z
      .array(noticed({ message: Id, user_profile: Id }, 'id emoji_name emoji_code reaction_type realm'))
      .default([]),
  },
  `zerver_realm zerver_realmdomain zerver_realmemoji zerver_realmfilter zerver_realmplayground zerver_realmauditlog
  zerver_realmauthenticationmethod zerver_realmuserdefault zerver_realmexport zerver_defaultstream zerver_subscription
  zerver_usergroup zerver_usergroupmembership zerver_groupgroupmembership zerver_namedusergroup zerver_customprofilefield
  zerver_customprofilefieldvalue zerver_muteduser zerver_usertopic zerver_mutedtopic zerver_userpresence zerver_userstatus
  zerver_useractivity zerver_useractivityinterval zerver_huddle zerver_directmessagegroup zerver_client zerver_service
  zerver_botstoragedata zerver_botconfigdata zerver_alertword zerver_onboardingstep zerver_userhotspot zerver_scheduledmessage
  zerver_attachment zerver_submessage zerver_navigationview zerver_savedsnippet zerver_channelfolder zerver_reminder
  zerver_imageattachment zerver_channelemailaddress zerver_presencesequence zerver_preregistrationuser import_source
  zulip_version migration_status sort_by_date zerver_userprofile_mirrordummy analytics_realmcount analytics_usercount
  analytics_streamcount`,
);
export type Realm = z.infer<typeof Realm>;

/** An answer of the API, or a file of the export, around its messages. */
export const Answer = noticed(
  {},
  `messages zerver_message zerver_usermessage result msg anchor found_anchor found_newest found_oldest history_limited
  ignored_parameters_unsupported`,
);
