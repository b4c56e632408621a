import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { noticed } from '../../formats/news.ts';
import { Instant } from '../../records/values.ts';

const Id = z.number();

const said = {
  id: Id,
  user_id: Id.optional(),
  course_id: Id.optional(),
  created_at: Instant,
  updated_at: Instant.optional(),
  deleted_at: Instant.optional(),
  is_anonymous: z.boolean().default(false),
  is_private: z.boolean().default(false),
  is_endorsed: z.boolean().optional(),
  vote_count: z.number().default(0),
  flag_count: z.number().default(0),
  content: z.string().optional(),
};

export const Comment = known(
  {
    ...said,
    thread_id: Id,
    parent_id: Id.optional(),
    type: z.enum(['answer', 'comment']),
    comments: z.array(z.unknown()).default([]),
  },
  'anonymous_id document editor_id is_resolved kind number user vote',
);
export type Comment = z.infer<typeof Comment>;

export const Thread = known(
  {
    ...said,
    type: z.enum(['question', 'post', 'announcement']),
    title: z.string().optional(),
    category: z.string().optional(),
    accepted_id: Id.optional(),
    answers: z.array(z.unknown()).default([]),
    comments: z.array(z.unknown()).default([]),
  },
  `anonymous_comments anonymous_id approved_status document duplicate_id duplicate_title editor_id glanced_at is_answered
  is_archived is_locked is_megathread is_pinned is_seen is_staff_answered is_starred is_student_answered is_watched
  new_reply_count number pinned_at reply_count star_count subcategory subsubcategory unique_view_count unresolved_count
  user users view_count vote`,
);
export type Thread = z.infer<typeof Thread>;

export const User = noticed(
  {
    id: Id.optional(),
    user_id: Id.optional(),
    name: z.string().nullish(),
    email: z.string().nullish(),
    course_role: z.enum(['student', 'mentor', 'tutor', 'staff', 'admin', 'observer']).nullish(),
  },
  `username avatar tutorials role global_role tutorial activated created_at course_id source_id sourced_id accepted_count
  accepted_by_staff_count analytics answers_count comments_count questions_count posts_count views_count threads_count
  hearts_received hearts_given last_active status lab_id lti_synced enrolled_at days_active`,
);
export type User = z.infer<typeof User>;

/** An answer around threads or users. */
export const Answer = noticed({}, 'thread threads users sort_key total_count next_offset');
