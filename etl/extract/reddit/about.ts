import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'As a moderator: the answers of the Reddit API for your subreddit (/new, /comments), or a dump of it in the pushshift form (RC_ and RS_ files, one object per line, zst as they come). Whether a dump may be used is for you to settle: its licence is unclear.',
  records: ['person', 'post', 'reaction', 'space'],
  gives: [
    'submissions and comments with their explicit parent',
    'edits, deletions by the author and removals by a moderator, as deleted and without text',
    'who spoke as a moderator',
    'how many votes a post has',
  ],
  cannotGive: [
    'who voted',
    'who somebody is: a Reddit name joins a learner by that learner’s own claim only',
    'the course: say it with --course, one subreddit per load',
    'comments a listing left out ("more"), and beyond about 1,000 items of one listing',
  ],
  verifiedOn: 'unverified',
  variants: ['comments', 'listing', 'submissions', 'zst'],
} as const satisfies About;
