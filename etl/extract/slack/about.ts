import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'As a workspace owner: Settings & administration, Workspace settings, Import/Export data, Export; load the zip as it comes. On plans without an export, a Slack app may fetch conversations.history, one file per channel: say --option channel=<id>.',
  records: ['person', 'post', 'reaction', 'space'],
  gives: [
    'channels as spaces; private channels as group spaces',
    'posts, and which thread they answer in; the text itself is not kept',
    'mentions, edits, reactions with who gave them',
    'people with their e-mail where the export has it; bots as bots',
    'a deleted opener whose thread goes on, as deleted',
  ],
  cannotGive: [
    'which post of a thread a reply answers: a thread has an opener and a flat list',
    'when somebody reacted: such a reaction makes no tie',
    'the course: say it with --course, one workspace or channel per load',
    'people without an e-mail: they join by their own claim only, never by their handle',
    'direct messages, which are not read, and messages deleted before the export',
    'who belonged to a channel when: the list of members is that of the day of the export',
  ],
  verifiedOn: 'unverified',
  variants: ['export', 'history'],
} as const satisfies About;
