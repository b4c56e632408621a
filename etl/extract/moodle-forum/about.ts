import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'As a teacher: open the forum, Export, all users and all discussions, format CSV (or JSON, up to 16 MB), "Human-readable dates" unticked. One file per forum; say the course with --course.',
  records: ['person', 'post'],
  gives: [
    'posts with their author, time and explicit parent: who answers whom',
    'length in words and characters, question marks; the text itself is not kept',
    'private replies as private: that one was written, not what it says or how long it is',
    'deleted posts, which stay in their thread without content',
  ],
  cannotGive: [
    'the course and the name of the forum: the export names neither',
    'who is staff: load the roster, or mark staff on the course page',
    'who only reads, and ratings, subscriptions and attachments',
    'posts left out by a filter in the export form',
    'that group copies of one announcement are one: they are separate discussions',
  ],
  verifiedOn: 'unverified',
  variants: ['csv', 'json'],
} as const satisfies About;
