/**
 * What the catalogue of formats (docs/background/connectors.md) lists, written down from it by hand and in its order,
 * so that a variant nobody built a fixture for is missed here and not forgotten there.
 */
export interface Variant {
  /** Section of the catalogue and the system. */
  readonly of: string;
  readonly what: string;
  /** `<connector>/<fixture folder>`. */
  readonly fixture: string;
  /** What the input holds if it is this variant; for what its folder name alone does not prove. */
  readonly shows?: RegExp;
  /** The records that have to come of it; a code where it has to be refused as a whole. */
  readonly gives: string;
}

type Line = readonly [what: string, fixture: string, gives: string, shows?: RegExp];

const sections: Readonly<Record<string, readonly Line[]>> = {
  '2.1 Coursera': [
    ['quotes escaped by a backslash', 'coursera/backslash-escapes', 'post', /\\"/],
    ['compressed tables', 'coursera/gzip', 'reaction'],
    ['ids hashed apart for each schema', 'coursera/isolated-ids', 'post', /_user_id/],
    ['memberships as a log, withdrawals', 'coursera/tables', 'enrolment outcome', /NOT_ENROLLED/],
    ['sessions as cohorts', 'coursera/tables', 'group membership', /on_demand_session_id/],
    ['questions, answers, answers to answers', 'coursera/tables', 'post', /discussion_answer_parent/],
    ['votes, followings and reports of posts', 'coursera/tables', 'reaction', /following/],
    ['peer submissions, reviews and comments', 'coursera/tables', 'feedback', /peer_review_id/],
    [
      'progress, grades, passing states, ratings',
      'coursera/tables',
      'activity outcome survey_response',
      /passing_state/,
    ],
    ['forum dumps of 2013', 'coursera/legacy-forum', 'post'],
  ],
  '2.2 Udemy': [
    ['report of user course activity', 'mapping/udemy-activity', 'activity person', /item_completion_time/],
    ['report of assessments', 'mapping/udemy-assessments', 'activity person', /assessment_id/],
    ['questions and answers', 'udemy/questions', 'post', /"replies"/],
  ],
  '2.3 edX and Open edX': [
    ['.mongo with $date as a number', 'openedx/mongo', 'post', /"\$date"\s*:\s*\d/],
    ['.mongo with $date as text', 'openedx/mongo', 'post', /"\$date"\s*:\s*"/],
    ['.mongo as the shell prints it', 'openedx/isodate', 'post', /ISODate\(/],
    ['the parent "None"', 'openedx/mongo', 'post', /"None"/],
    ['both styles of course keys', 'openedx/mongo', 'post', /"[\w.]+\/[\w.]+\/[\w.]+"/],
    ['the forum in MySQL', 'openedx/forum-tables', 'post reaction space', /comment_thread_id/],
    ['tables with a header row', 'openedx/tables', 'enrolment person outcome', /\tcourse_id/],
    ['cohorts', 'openedx/tables', 'group membership', /course_user_group_id/],
    ['teams', 'openedx/teams', 'group membership'],
    ['tracking log', 'openedx/tracking-log', 'activity post', /edx\.forum\./],
    ['peer assessment', 'openedx/ora2', 'feedback'],
  ],
  '2.4 Google Classroom': [
    ['courses and rosters', 'google-classroom/rosters', 'course enrolment person', /"teachers"/],
    ['submissions with their history', 'google-classroom/submissions', 'activity', /stateHistory/],
    ['student groups', 'google-classroom/groups', 'group membership'],
    ['guardians', 'google-classroom/guardians', 'relation'],
    ['announcements', 'google-classroom/announcements', 'post'],
  ],
  '2.5 Google Meet': [
    ['CSV with first and last name', 'meeting-report/meet-attendance', 'presence', /First name/],
    ['CSV with one name', 'meeting-report/meet-name', 'presence'],
    ['CSV with a preamble', 'meeting-report/meet-preamble', 'presence session', /Meeting title/],
    ['CSV with durations only', 'meeting-report/meet-durations-only', 'presence'],
    ['conference records of the API', 'meeting-json/meet', 'presence session', /participantSessions/],
    ['audit log of the Reports API', 'meeting-json/meet-reports', 'presence session', /call_ended/],
  ],
  '2.6 Microsoft Teams': [
    ['numbered sections, English (US)', 'meeting-report/teams-sections', 'presence session', /In-Meeting Duration/],
    ['a narrow space before AM and PM', 'meeting-report/teams-sections', 'presence', /\u202f[AP]M/],
    ['numbered sections, English (UK)', 'meeting-report/teams-sections-en-gb', 'presence'],
    ['numbered sections, German', 'meeting-report/teams-sections-de', 'presence', /\d\d\.\d\d\.\d\d/],
    ['numbered sections, Portuguese', 'meeting-report/teams-sections-pt-br', 'presence', /Resumo/],
    ['numbered sections, Japanese, year first', 'meeting-report/teams-sections-ja', 'presence', /要約/],
    ['saved again as UTF-8', 'meeting-report/teams-sections-resaved', 'presence'],
    ['Teams Premium engagement', 'meeting-report/teams-sections-premium', 'presence', /Engagement/],
    ['only who attended', 'meeting-report/teams-sections-only-who-attended', 'presence'],
    ['list of 2021', 'meeting-report/teams-list', 'presence'],
    ['list of 2021, translated', 'meeting-report/teams-list-translated', 'presence'],
    ['joined and left', 'meeting-report/teams-joined-left', 'presence', /User Action/],
    ['a date that could be two', 'meeting-report/ambiguous-date-order', 'AMBIGUOUS_DATE'],
    ['attendance reports of Graph', 'meeting-json/teams', 'presence session', /attendanceIntervals/],
    ['attendance records alone, 7 digits of a second', 'meeting-json/teams-records', 'presence', /\.\d{7}Z/],
    ['channel messages', 'teams-messages/channel', 'post reaction', /replyToId/],
    ['education classes', 'microsoft-education/classes', 'course enrolment person'],
    ['education users with related contacts', 'microsoft-education/classes', 'relation', /relatedContacts/],
  ],
  '2.8 Reddit': [
    ['comments', 'reddit/comments', 'post', /"t1_/],
    ['submissions', 'reddit/submissions', 'post'],
    ['listings of the API', 'reddit/listing', 'post', /"children"/],
    ['dumps with a large window', 'reddit/zst', 'post'],
  ],
  '2.9 Moodle': [
    ['forum export as CSV', 'moodle-forum/csv', 'post', /privatereplytofullname/],
    ['forum export as JSON', 'moodle-forum/json', 'post'],
    ['forum export with readable dates', 'moodle-forum/human-dates', 'HUMAN_DATES'],
    ['posts of the web service', 'moodle/services', 'post enrolment membership', /isprivatereply/],
    ['tables of the forum, with who read', 'moodle/tables', 'post reaction', /firstread/],
    ['tables of attendance', 'moodle/tables', 'presence session', /sessdate/],
    ['tables of the workshop', 'moodle/tables', 'feedback', /reviewerid/],
    ['workshop and badges by web service', 'moodle/workshop-badges', 'feedback award course'],
    ['groups, badges, completions, parents', 'moodle/tables', 'group award outcome relation'],
    ['standard log', 'moodle/tables', 'activity', /eventname/],
    ['Logs report', 'moodle/log-report', 'activity', /Event context/],
    ['statements of logstore_xapi', 'xapi/moodle', 'post activity'],
  ],
  '2.10 Canvas': [
    ['topics', 'canvas/topics', 'post'],
    ['view with new entries', 'canvas/view-new-entries', 'post', /"new_entries"/],
    ['list of entries', 'canvas/entries', 'post', /recent_replies/],
    ['deleted entries', 'canvas/deleted', 'post', /"deleted"/],
    ['anonymous topics', 'canvas/anonymous', 'post', /anonymous_state/],
    ['groups', 'canvas/groups', 'group membership'],
    ['peer reviews', 'canvas/peer-reviews', 'feedback'],
    ['enrolments and observers', 'canvas/observers', 'enrolment relation person', /associated_user_id/],
  ],
  '2.11 Blackboard': [
    ['rosters', 'blackboard/rosters', 'course enrolment person'],
    ['groups and sets', 'blackboard/groups', 'group membership', /groupSetId/],
    ['meetings and attendance records', 'blackboard/attendance', 'presence session'],
    ['forum events of the Caliper stream', 'caliper/blackboard-forum', 'post person', /ForumPost/],
    ['attendance of Collaborate and Class', 'meeting-report/collaborate', 'presence session', /Identifer/],
    ['test users of the roster service', 'lti-nrps/container', 'person', /person#TestUser/],
  ],
  '2.12 Brightspace': [
    ['full data sets', 'brightspace/full', 'post person', /ParentPostId/],
    ['differential data sets', 'brightspace/differential', 'post', /Version/],
    ['enrolments and withdrawals', 'brightspace/full', 'enrolment outcome', /Action/],
    ['attendance', 'brightspace/full', 'presence session', /AttendanceSessionId/],
    ['awards', 'brightspace/full', 'award', /IssuedId/],
    ['auditors', 'brightspace/full', 'relation', /UserToAuditId/],
    ['who read which post', 'brightspace/full', 'reaction', /FirstReadDate/],
    ['posts of the REST interface', 'brightspace/posts-api', 'post', /IsAnonymous/],
  ],
  '2.13 Discourse': [
    ['a topic', 'discourse/topic', 'post', /post_stream/],
    ['latest posts', 'discourse/posts', 'post', /latest_posts/],
    ['members of a group', 'discourse/group-members', 'membership'],
    ['badges', 'discourse/badges', 'award'],
    ['users', 'discourse/users', 'person'],
    ['Data Explorer', 'discourse/data-explorer', 'post reaction person'],
  ],
  '2.14 Piazza': [['class export', 'piazza/class-export', 'post person', /anonimity/]],
  '2.15 Ed': [
    ['a thread with its comments', 'ed/thread', 'post'],
    ['a list of threads', 'ed/threads', 'post'],
    ['users', 'ed/users', 'person enrolment', /course_role/],
  ],
  '2.16 Slack': [
    ['export with threads and reactions', 'slack/export', 'post person reaction space', /thread_ts/],
    ['joins and bots, which are no posts', 'slack/export', 'post', /channel_join|bot_message/],
    ['answers of the API', 'slack/history', 'post', /has_more/],
  ],
  '2.17 Discord': [
    ['DiscordChatExporter, JSON', 'discord/json', 'post', /exportedAt/],
    ['a thread', 'discord/thread', 'post', /Thread"/],
    ['DiscordChatExporter, CSV', 'discord/csv', 'post', /AuthorID/],
  ],
  '2.18 Zulip': [
    ['answers of the API', 'zulip/api', 'post'],
    ['export of the organisation', 'zulip/export', 'post person', /zerver_message/],
  ],
  '2.19 Zoom': [
    ['participants', 'meeting-report/zoom-participants', 'presence session', /Join Time/],
    ['unique users', 'meeting-report/zoom-unique-users', 'presence', /Total Duration/],
    ['with meeting data', 'meeting-report/zoom-meeting-data', 'presence session', /Meeting ID/],
    ['headers in sentence case', 'meeting-report/zoom-sentence-case', 'presence', /Join time/],
    ['waiting room', 'meeting-report/zoom-waiting-room', 'presence', /In Waiting Room/],
    ['day before month', 'meeting-report/zoom-day-first', 'presence', /13\/02\/2026/],
    ['attendees of a webinar', 'meeting-report/zoom-webinar', 'presence session', /Attendee Details/],
    ['registrants', 'meeting-report/zoom-registrants', 'person', /Registration Time/],
    ['saved chat', 'meeting-report/zoom-chat', 'post'],
    ['participants of the API', 'meeting-json/zoom', 'presence session'],
    ['breakout rooms of the API', 'meeting-json/zoom-breakouts', 'presence session', /bo_mtg_id/],
    ['registrants of the API', 'meeting-json/zoom-registrants', 'presence person'],
  ],
  '2.20 BigBlueButton': [
    ['learning dashboard', 'bigbluebutton/dashboard', 'presence session', /"leftOn"\s*:\s*0/],
    ['webhooks', 'bigbluebutton/webhooks', 'presence session post', /user-joined/],
    ['breakout rooms with their parent', 'bigbluebutton/webhooks-breakouts', 'session presence', /parent-id/],
    ['statements of the xAPI module', 'xapi/bigbluebutton', 'activity'],
  ],
  '2.21 OneRoster': [
    ['1.1', 'oneroster/v1p1', 'course enrolment person relation unit term'],
    ['1.2', 'oneroster/v1p2', 'course enrolment person', /userMasterIdentifier/],
    ['misspelt headers', 'oneroster/misspelt-headers', 'person', /dataLastModified|prefferedGivenName|schoolYearId/],
    ['delta', 'oneroster/delta', 'enrolment', /delta/],
  ],
  '2.22 LTI NRPS': [
    ['a container', 'lti-nrps/container', 'course enrolment person', /lis_person_sourcedid/],
    ['several pages', 'lti-nrps/pages', 'person'],
    ['differences', 'lti-nrps/differences', 'person enrolment', /Deleted/],
    ['mentors', 'lti-nrps/container', 'relation', /membership#Mentor/],
  ],
  '2.23 xAPI': [
    ['a list of statements', 'xapi/array', 'activity'],
    ['one per line', 'xapi/statements', 'activity'],
    ['an answer of a store', 'xapi/lrs-answer', 'activity', /"more"/],
    ['an export of Learning Locker', 'xapi/learning-locker', 'activity'],
    ['actors: address', 'xapi/lrs-answer', 'person', /"mbox"/],
    ['actors: hashed address', 'xapi/lrs-answer', 'person', /mbox_sha1sum/],
    ['actors: OpenID', 'xapi/lrs-answer', 'person', /"openid"/],
    ['actors: account', 'xapi/statements', 'person', /"account"/],
    ['groups as actors', 'xapi/array', 'activity', /"objectType"\s*:\s*"Group"/],
    ['voided statements', 'xapi/array', 'activity', /verbs\/voided/],
    ['Open edX', 'xapi/open-edx', 'post reaction'],
    ['Jisc', 'xapi/jisc', 'presence session', /attended/],
  ],
  '2.24 Caliper': [
    ['envelopes', 'caliper/envelope', 'post', /"sensor"/],
    ['single events, of 1.1 too', 'caliper/events', 'post', /caliper\/action#|caliper\/v1\/action#/],
    ['thinned to IRIs', 'caliper/thinned', 'post', /"actor"\s*:\s*"/],
  ],
  '2.25 Jisc': [
    ['attendance feed', 'meeting-report/jisc-attendance', 'presence session', /EVENT_ATTENDED/],
    ['day and month swapped', 'meeting-report/jisc-swapped', 'presence'],
  ],
  '2.F without a system of their own': [
    ['templates as CSV', 'native/csv', 'mentorship relation award survey_response outcome group feedback session'],
    ['records one per line', 'native/ndjson', 'course post activity'],
    ['Qualtrics', 'survey-wide/qualtrics', 'survey_response', /ImportId/],
    ['LimeSurvey', 'survey-wide/limesurvey', 'survey_response'],
    ['Microsoft Forms', 'survey-wide/microsoft-forms', 'survey_response'],
    ['Google Forms', 'survey-wide/google-forms', 'survey_response'],
  ],
};

export const catalogue: readonly Variant[] = Object.entries(sections).flatMap(([of, lines]) =>
  lines.map(([what, fixture, gives, shows]) => ({ of, what, fixture, gives, ...(shows && { shows }) })),
);

/** What the catalogue lists and Kith does not read: each is said on the connector's page, in words like these. */
export const notRead: readonly (readonly [what: string, connector: string, says: RegExp])[] = [
  ['2.1 clickstream', 'coursera', /clickstream/],
  ['2.4 comments', 'google-classroom', /comments/],
  ['2.6 messages of chats', 'teams-messages', /chats/],
  ['2.7 Quora: kept by hand in the native templates', 'native', /who is who/],
  ['2.8 beyond 1,000 items of a listing', 'reddit', /1,000/],
  ['2.10 Canvas Data 2 and Live Events', 'canvas', /Canvas Data 2/],
  ['2.11 discussion messages over REST', 'blackboard', /messages/],
  ['2.12 surveys', 'brightspace', /surveys/],
  ['2.19 polls, questions and answers of a webinar', 'meeting-report', /polls/],
  ['2.20 CSV of the dashboard', 'bigbluebutton', /CSV/],
  ['2.20 events.xml of recordings', 'bigbluebutton', /recordings/],
  ['2.21 demographics', 'oneroster', /demographics/],
];
