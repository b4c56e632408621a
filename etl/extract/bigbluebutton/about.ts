import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'Learning Analytics Dashboard: its JSON for each meeting (learning_dashboard_data.json), kept by the server or a plugin. Webhooks: what bbb-webhooks sends, one event per line. The webhooks name breakout rooms, the dashboard does not.',
  records: ['activity', 'person', 'post', 'presence', 'session', 'space'],
  gives: [
    'one session per meeting, breakout rooms with the meeting they belong to (webhooks)',
    'presence as intervals, one per joining, moderators with their role',
    'public chat messages (webhooks), without their text',
    'raised hands, reactions, poll answers; how often somebody wrote, drew or took notes (dashboard)',
  ],
  cannotGive: [
    'who somebody is where the platform passes no id of its own: such guests are a name only',
    'which learning platform the ids are of: tell it among the source’s accountHomePages, as "bigbluebutton"',
    'whom a chat message answers: it makes no tie; private chats, which are not read',
    'people who joined by phone; answers to anonymous polls',
    'recordings (events.xml), which are not read',
    'the CSV of the dashboard: its header is not quoted, so it cannot be read safely',
  ],
  verifiedOn: 'unverified',
  variants: ['dashboard', 'webhooks', 'webhooks-breakouts'],
} as const satisfies About;
