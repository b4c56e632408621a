import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'As an organisation owner: Organization settings, Data exports, Start export ("public data"), unpack the tar.gz and load the folder; or fetch GET /api/v1/messages narrowed to a channel, with apply_markdown=false, and save the answers.',
  records: ['person', 'post', 'reaction', 'space'],
  gives: [
    'channels as spaces, topics as threads, messages as posts',
    'mentions, quoted messages, edits, reactions with who gave them',
    'people with their delivery e-mail (export), their role raw, bots as bots',
  ],
  cannotGive: [
    'whom a message answers: a topic has no reply marks, so a message alone makes no tie; mentions do',
    'one thread for a topic that was renamed between two loads: load the whole export again',
    'when somebody reacted: such a reaction makes no tie',
    'direct messages, which are not read, and deleted messages',
    'the course: say it with --course',
  ],
  verifiedOn: 'unverified',
  variants: ['api', 'export'],
} as const satisfies About;
