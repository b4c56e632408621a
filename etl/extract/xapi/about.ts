import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'From the learning record store: GET /statements (save the answers), or its export or database dump, one statement per line or as an array; gz is fine. Moodle, Open edX and BigBlueButton send statements to a store when their xAPI plugin is switched on. IRIs of your own for verbs and things we know are told in a table: --map <file>, as etl/extract/xapi/own-words.ts shows.',
  records: [
    'activity',
    'award',
    'course',
    'enrolment',
    'group',
    'membership',
    'outcome',
    'person',
    'post',
    'presence',
    'reaction',
    'session',
    'space',
  ],
  gives: [
    'activity with its time: what was opened, played, submitted, answered',
    'forum posts with their thread, votes, deletions, and reports to the moderators',
    'enrolments and withdrawals, badges and certificates, course outcomes',
    'attendance of sessions where a register sends it (Jisc profile, Moodle face-to-face, meetings with a group of attendees)',
    'group memberships and messages to groups',
  ],
  cannotGive: [
    'whom a reply answers: emitters name the thread only. Load the forum itself for ties, and this file with the option posts=activity, so that no post counts twice',
    'presence from joining and leaving a room: the two statements name no common session and come in any order, so they stay activity',
    'the role of an enrolment: taken for a learner until a roster says otherwise',
    'private messages: the act is kept, not the addressee and not the text',
    'the members of a group that the statement only names',
    'taking back (voiding) one statement for each member of a group',
  ],
  verifiedOn:
    'FUN-MOOC video statements (22,000) and single statements of Open edX, Moodle logstore_xapi, BigBlueButton, Jisc and the specification',
  verified: ['bigbluebutton', 'jisc', 'moodle', 'open-edx', 'statements'],
  variants: ['array', 'bigbluebutton', 'jisc', 'learning-locker', 'lrs-answer', 'moodle', 'open-edx', 'statements'],
} as const satisfies About;
