import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { noticed } from '../../formats/news.ts';
import { Instant } from '../../records/values.ts';

const Id = z.number();

/** A post has some eighty fields, plugins add more: those in braces are read, a new one is named. */
export const Post = noticed(
  {
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
    actions_summary: z
      .array(noticed({ id: Id, count: z.number().optional() }, 'acted can_act can_undo can_defer_flags hidden'))
      .default([]),
    staff: z.boolean().optional(),
    deleted_at: Instant.nullish(),
    user_deleted: z.boolean().optional(),
    category_id: Id.nullish(),
  },
  `action_code action_code_path action_code_who admin avatar_template avg_time bookmarked can_accept_answer can_delete can_edit can_recover can_see_hidden_post
  can_translate can_unaccept_answer can_view_edit_history can_wiki display_username draft_sequence edit_reason
  flair_bg_color flair_color flair_group_id flair_name flair_url has_accepted_answer accepted_answer hidden hidden_reason_id
  incoming_link_count link_counts locked mentioned_users moderator notice post_url posts_count primary_group_flair_bg_color
  primary_group_flair_color primary_group_flair_url primary_group_name quote_count raw read readers_count reads reply_count
  reply_to_user reviewable_id reviewable_score_count reviewable_score_pending_count score topic_slug trust_level user_title
  wiki yours category_slug excerpt topic_html_title current_user_reaction reactions reaction_users_count
  current_user_used_main_reaction title_is_group user_status truncated badges_granted via_email is_auto_generated user_created_at
  user_cakedate user_date_of_birth event user_deleted topic_accepted_answer shared_edits_enabled reply_to_post_id blurb
  last_wiki_edit can_permanently_delete topic_archetype category_name fancy_title topic_posts_count topic_filtered_posts_count`,
);
export type Post = z.infer<typeof Post>;

export const Topic = noticed(
  {
    id: Id,
    title: z.string(),
    category_id: Id.nullish(),
    archetype: z.enum(['regular', 'banner', 'private_message']),
    post_stream: noticed({ posts: z.array(z.unknown()) }, 'stream gaps timeline_lookup'),
  },
  `actions_summary archived bookmarked bookmarks chunk_size closed created_at current_post_number deleted_at deleted_by
  details draft draft_key draft_sequence fancy_title featured_link has_deleted has_summary highest_post_number image_url
  is_warning last_posted_at like_count message_bus_last_id participant_count pinned pinned_at pinned_globally pinned_until
  posts_count reply_count show_read_indicator slow_mode_enabled_until slow_mode_seconds slug summarizable tags
  tags_descriptions thumbnails timeline_lookup topic_timer unicode_title unpinned user_id views visible vote_count can_vote
  user_voted word_count suggested_topics related_topics valid_reactions discourse_zendesk_plugin_zendesk_id
  accepted_answer is_post_voting visibility_reason_id user_last_posted_at unread_tags external_id`,
);

const sso = `user_id last_payload created_at updated_at external_username external_email external_name external_avatar_url
  external_profile_background_url external_card_background_url`;

export const User = noticed(
  {
    id: Id,
    username: z.string().min(1),
    name: z.string().nullish(),
    email: z.string().nullish(),
    active: z.boolean().nullish(),
    single_sign_on_record: noticed({ external_id: z.string().min(1) }, sso).nullish(),
  },
  `admin associated_accounts avatar_template blocked can_be_anonymized can_be_deleted created_at created_at_age days_visited
  email_unconfirmed flag_level last_emailed_age last_emailed_at last_posted_at last_seen_age last_seen_at moderator
  post_count posts_read_count primary_group_id added_at secondary_emails staged suspended suspended_at suspended_till
  silenced silenced_till silence_reason time_read timezone title topics_entered trust_level trust_level_locked
  manual_locked_trust_level username_lower upcoming_changes_stats second_factor_enabled approved`,
);
export type User = z.infer<typeof User>;

const Badge = known(
  { id: Id, name: z.string() },
  `description long_description grant_count allow_title multiple_grant icon image image_url image_upload_id listable enabled
  badge_grouping_id system slug manually_grantable badge_type_id show_posts show_in_post_header has_badge i18n_name
  auto_revoke query target_posts trigger`,
);
const Given = known(
  { id: Id, granted_at: Instant, badge_id: Id, user_id: Id, granted_by_id: Id.optional() },
  'created_at post_id post_number topic_id topic_title count grouping_position is_favorite can_favorite username',
);

export const Badges = noticed(
  { badges: z.array(Badge), user_badges: z.array(Given) },
  'badge_types users user granted_bies topics meta grant_count username',
);

/** Answers around posts and members. */
export const Answer = noticed({}, 'latest_posts members owners meta no_results_help');
