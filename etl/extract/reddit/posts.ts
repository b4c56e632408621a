import { z } from 'zod';
import { noticed } from '../../formats/news.ts';
import { UnixSeconds } from '../../formats/unix-time.ts';
import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';

/** Reddit's objects have a hundred fields and gain some every year: those in braces are read, a new one is named. */
export const Item = noticed(
  {
    id: z.string().min(1),
    link_id: z.string().min(1).optional(),
    parent_id: z.union([z.string(), z.number()]).nullish(),
    author: z.string().nullish(),
    author_fullname: z.string().min(1).nullish(),
    title: z.string().optional(),
    selftext: z.string().nullish(),
    body: z.string().nullish(),
    created_utc: UnixSeconds,
    edited: z.union([z.boolean().transform(() => undefined), UnixSeconds]).nullish(),
    score: z.number().nullish(),
    distinguished: z.enum(['moderator', 'admin', 'special', 'gold-auto']).nullish(),
    subreddit: z.string().min(1),
    subreddit_id: z.string().min(1).nullish(),
  },
  `name all_awardings allow_live_comments approved approved_at_utc approved_by archived associated_award author_cakeday
  author_created_utc author_flair_background_color author_flair_css_class author_flair_richtext author_flair_template_id
  author_flair_text author_flair_text_color author_flair_type author_is_blocked author_patreon_flair author_premium
  awarders ban_note banned_at_utc banned_by body_html body_sha1 can_gild can_mod_post category clicked collapsed
  collapsed_because_crowd_control collapsed_reason collapsed_reason_code comment_type content_categories contest_mode
  controversiality created crosspost_parent crosspost_parent_list depth discussion_type domain downs editable event_end
  event_is_live event_start gallery_data gilded gildings hidden hide_score ignore_reports is_created_from_ads_ui
  is_crosspostable is_gallery is_meta is_original_content is_reddit_media_domain is_robot_indexable is_self is_submitter
  is_video likes link_author link_flair_background_color link_flair_css_class link_flair_richtext link_flair_template_id
  link_flair_text link_flair_text_color link_flair_type link_permalink link_title link_url locked media media_embed
  media_metadata media_only mod_note mod_reason_by mod_reason_title mod_reports no_follow nest_level num_comments
  num_crossposts num_duplicates num_reports over_18 owner_flair_css_class owner_flair_template_id owner_flair_text
  parent_whitelist_status permalink pinned poll_data post_hint preview pwls quarantine removal_reason removed
  removed_by removed_by_category replies report_reasons retrieved_on retrieved_utc rte_mode saved score_hidden
  secure_media secure_media_embed selftext_html send_replies spam spoiler stickied subreddit_name_prefixed
  subreddit_subscribers subreddit_type suggested_sort thumbnail thumbnail_height thumbnail_width top_awarded_type
  total_awards_received treatment_tags unrepliable_reason updated_utc ups upvote_ratio url url_overridden_by_dest
  user_reports user_removed view_count visited whitelist_status wls steward_reports brand_safe sr_detail author_id
  edited_on utc_datetime_str _meta updated_on retrieved_at post_score link_created_utc`,
);
export type Item = z.infer<typeof Item>;

/** The place, the writer, the post and its votes. */
export function recordsOf(item: Item, keepBodies: boolean): RecordInput[] {
  const isComment = item.link_id !== undefined;
  const key = `${isComment ? 't1' : 't3'}_${item.id}`;
  const text = isComment ? item.body : item.selftext;
  const isGone = text === '[deleted]' || text === '[removed]';
  const author = authorOf(item);
  const space = item.subreddit_id ?? item.subreddit;
  const others = (item.score ?? 1) - 1; // one's own vote is counted in
  return [
    { type: 'space', key: space, kind: 'forum', visibility: 'public', title: item.subreddit },
    ...(author ? [author] : []),
    {
      type: 'post',
      key,
      space,
      ...(isComment ? placeInThread(item) : { kind: 'thread', thread: key }),
      ...(author ? { author: author.key } : {}),
      createdAt: item.created_utc,
      ...(item.edited ? { editedAt: item.edited } : {}),
      visibility: 'public',
      ...(item.distinguished === 'moderator' || item.distinguished === 'admin' ? { isStaffAtTime: true } : {}),
      ...(isGone ? { deleted: {} } : { ...written(text, keepBodies), ...(isComment ? {} : { title: item.title }) }),
    },
    ...(others > 0
      ? [{ type: 'reaction' as const, key: `${key}|upvote|#`, post: key, kind: 'upvote' as const, count: others }]
      : []),
  ];
}

/** Dumps of the first years have a number for a parent, which names nothing: then only the submission is known. */
function placeInThread({ link_id: link = '', parent_id: parent }: Item) {
  const known = typeof parent === 'string' && /^t[13]_/.test(parent);
  return known
    ? ({ kind: parent.startsWith('t1_') ? 'comment' : 'reply', thread: link, parent } as const)
    : ({ kind: 'comment', thread: link, replyInference: 'thread_root' } as const);
}

/** A handle is nobody's name until its owner says so. */
function authorOf({ author, author_fullname: id }: Item): Extract<RecordInput, { type: 'person' }> | undefined {
  if (!author || author === '[deleted]') return undefined;
  return {
    type: 'person',
    key: id ?? `u/${author}`,
    kind: author === 'AutoModerator' ? 'bot' : 'human',
    displayName: author,
    claims: [{ scheme: 'handle', value: author, issuer: 'reddit' }],
  };
}
