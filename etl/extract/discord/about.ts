import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'DiscordChatExporter with a bot token (a user token breaks Discord’s terms): export the channel and its threads as JSON; a large one in parts with --partition. CSV is read too, but names neither message ids nor replies. Say the roles of staff with --option staff=<role id>,<role id>.',
  records: ['person', 'post', 'reaction', 'space'],
  gives: [
    'channels and threads as spaces, messages as posts',
    'replies with the message they answer; messages in a thread channel with their thread',
    'mentions, edits, reactions with who gave them (JSON)',
    'who spoke in a staff role, where the roles are named; bots as bots',
  ],
  cannotGive: [
    'who somebody is: a Discord name joins a learner by that learner’s own claim only',
    'whom a channel message without a reply mark answers: nothing says it, so it makes no tie',
    'when somebody reacted: such a reaction makes no tie',
    'deleted messages, who only reads, who was in a voice channel',
    'direct messages, which are not read',
    'of a CSV: replies, mentions, edits, ids of messages',
    'the course: say it with --course',
  ],
  verifiedOn: 'unverified',
  variants: ['csv', 'json', 'thread'],
} as const satisfies About;
