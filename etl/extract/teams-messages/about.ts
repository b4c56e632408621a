import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'By an administrator with Microsoft Graph (permission ChannelMessage.Read.All): GET /teams/<id>/channels/<id>/messages?$expand=replies with the header Prefer: include-unknown-enum-members; save the answers, one file per page.',
  records: ['person', 'post', 'reaction', 'space'],
  gives: [
    'messages of channels with the message whose thread they stand in',
    'mentions, edits, deletions; reactions with who gave them and when',
    'people by their id in the directory',
  ],
  cannotGive: [
    'which message of a thread a reply answers: a thread has an opener and a flat list',
    'messages of chats and meetings, which are private and are not read',
    'people’s e-mail: the messages have their directory id only, which the roster may know',
    'the course: say it with --course',
  ],
  verifiedOn: 'unverified',
  variants: ['channel'],
} as const satisfies About;
