import { defineConnector } from '../../connector.ts';
import { detectTable, readTables, type TableSource } from '../../formats/read-tables.ts';
import { backslashCsv } from '../../formats/table-dialects.ts';
import { defineShape } from '../../formats/shape.ts';
import { about } from './about.ts';
import { Batch } from './batch.ts';
import { answers, forums, marks, questions } from './forum.ts';
import { legacyPosts } from './legacy-forum.ts';
import { memberships, sessionMemberships, sessions, users } from './people.ts';
import { unread } from './unread.ts';
import { comments, grades, passingStates, peerAssignments, progress, ratings, reviews, submissions } from './work.ts';

const courses = defineShape<Batch>(
  'courses',
  'tables',
  {
    needs: 'course_id course_slug course_name',
    takes:
      'course_launch_ts course_update_ts course_deleted course_graded course_restricted course_type_id ' +
      'course_verification_enabled_at_ts primary_translation_equivalent_course_id course_preenrollment_ts ' +
      'course_workload course_session_enabled_ts course_promo_photo_s3_bucket course_promo_photo_s3_key ' +
      'course_level course_planned_launch_date_text course_header_image_s3_bucket course_header_image_s3_key',
    hides: 'course_desc',
  },
  function* (row) {
    yield { type: 'course', key: row.must('course_id'), title: row.text('course_name'), code: row.text('course_slug') };
  },
);

const source: TableSource<Batch> = {
  dialect: backslashCsv,
  // jhu_user_id, or jhu_discussions_user_id where each schema is hashed apart
  columnName: (written) => (/^[a-z]\w*_user_id$/.test(written) && written !== 'guest_user_id' ? 'user_id' : written),
  nothing: ['NA'], // left by a re-export from R
  tables: [
    courses,
    users,
    memberships,
    sessions,
    sessionMemberships,
    forums,
    questions,
    answers,
    ...marks,
    legacyPosts,
    peerAssignments,
    submissions,
    reviews,
    comments,
    progress,
    passingStates,
    grades,
    ratings,
  ],
  unread,
};

/** Coursera's research data export: tables of a course or a partner, in CSV with backslashes. */
export const coursera = defineConnector({
  id: 'coursera',
  title: 'Coursera research data export (tables)',
  about,
  detect: (head) => detectTable(source, head),
  extract: (input, context) => readTables(source, input, context, new Batch(context.keepBodies ?? false)),
});
