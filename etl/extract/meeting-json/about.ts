import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'Teams: Microsoft Graph onlineMeetings/<id>/attendanceReports/<id>?$expand=attendanceRecords. Zoom: /report/meetings/<uuid>/participants?include_fields=registrant_id (and /meetings/<id>/registrants), one meeting per load, its id said with --option meeting=<id>. Meet: conferenceRecords, their participants and participantSessions, saved in one folder (records expire after about 30 days); or as an administrator the Reports API, activity/users/all/applications/meet?eventName=call_ended.',
  records: ['person', 'presence', 'session'],
  gives: [
    'one session per meeting, and presence as intervals, one per joining',
    'Zoom’s breakout rooms as sessions of their own, with the meeting they belong to',
    'who registered and did not come, as absent, where Zoom’s registrants lie beside the participants',
    'organisers and presenters by the word of the report',
  ],
  cannotGive: [
    'breakout rooms of Teams and Meet: no report names them',
    'the title of a Zoom meeting and of a Meet conference: the answers have none',
    'people who only dialled in; guests are a name, which may suggest a match and never makes one',
    'who is staff: load the roster',
    'time in a waiting room, phone numbers, devices, which are not read',
  ],
  verifiedOn: 'unverified',
  variants: ['meet', 'meet-reports', 'teams', 'teams-records', 'zoom', 'zoom-breakouts', 'zoom-registrants'],
} as const satisfies About;
