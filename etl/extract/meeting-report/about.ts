import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'Teams: open the meeting, Attendance, Download. Zoom: Reports, Usage, click the number of participants, tick "Export with meeting data", leave "Show unique users" unticked, Export; webinars: Reports, Usage, Webinar, Attendee report (or Registration report). Meet: the report that is mailed to the organiser. Blackboard Collaborate or Class: Reports, Institution reports, Attendance report. Jisc: the attendance feed as TSV. Class registers and lists: save the sheet as CSV UTF-8. Say the zone of the clock with --timezone.',
  records: ['course', 'enrolment', 'person', 'post', 'presence', 'session'],
  gives: [
    'one session per report, with start, end and who called it',
    'presence as intervals, one per join, where the report has joins (Teams, Zoom with times)',
    'presence as first, last and total where it has no joins (Meet, Collaborate, Teams participants alone, Zoom unique users)',
    'of a Zoom webinar also who registered and did not come, as absent',
    'marks, one session per class date or event (class register, Jisc): present, late, absent',
    'learners of a course from a class register or class list',
    'who wrote in a saved Zoom chat, and when; not the words, and no private messages',
  ],
  cannotGive: [
    'breakout rooms: no report names them',
    'of a registration report alone more than who wanted to come: no presence',
    'who is staff: a Teams presenter may be any student; only the organiser is kept, as the host',
    'people without an address other than by name: two of one name are taken for one',
    'the time of day of a class in a register: its session stands at noon',
    'one session for a class that has both a meeting report and a register: they are two',
    'leaving times that Teams did not list: such an interval ends at the last time in the list',
    'of a saved Zoom chat: its meeting, whom a message answers, and who stands behind a name',
    'polls, questions and answers of a webinar, phone numbers, engagement counts, nicknames, departments, attendance percentages, Jisc absence categories',
  ],
  verifiedOn:
    'Teams 2020 list (German Windows), Teams 2021 lists, Zoom with and without meeting data, saved Zoom chats, class registers, a class list, a Jisc feed; numbered Teams sections, Zoom unique users, webinars and registrations, Collaborate and Meet on hand-made files only',
  verified: [
    'class-list',
    'class-register',
    'jisc-attendance',
    'teams-joined-left',
    'teams-list',
    'zoom-chat',
    'zoom-participants',
  ],
  variants: [
    'class-list',
    'class-register',
    'collaborate',
    'jisc-attendance',
    'meet-attendance',
    'teams-joined-left',
    'teams-list',
    'teams-sections',
    'zoom-chat',
    'zoom-participants',
    'zoom-registrants',
    'zoom-unique-users',
    'zoom-webinar',
  ],
} as const satisfies About;
