import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'With an API key of an administrator: /t/<id>.json?print=true for each topic (or /posts.json for the latest), /groups/<name>/members.json (say --option group=<name>), /user-badges/<name>.json, /admin/users/list/active.json?show_emails=true. Save the answers; a folder of them is one load. Or with the plugin Data Explorer, as CSV: "SELECT p.id, p.topic_id, p.post_number, p.reply_to_post_number, p.user_id, p.created_at, p.deleted_at, p.post_type, t.archetype, t.category_id, p.raw FROM posts p JOIN topics t ON t.id = p.topic_id", "SELECT post_id, user_id, post_action_type_id, created_at, deleted_at FROM post_actions" and "SELECT id, username, name FROM users" (leave out p.raw and lengths are unknown); all three as one folder.',
  records: ['award', 'group', 'membership', 'person', 'post', 'reaction', 'space'],
  gives: [
    'topics as threads, categories as spaces, posts with the post they answer',
    'quoted posts, mentions, edits, deletions, who spoke as staff, whispers as private',
    'likes and flags by number; with who gave them, and when, from the Data Explorer',
    'people with their e-mail, where the user list is loaded; with --option sso=sis their id of single sign-on as student number; groups; badges',
  ],
  cannotGive: [
    'who liked or flagged, from the answers of the interface: their posts only count; mentions and quotes, from the Data Explorer',
    'an answer to the first post is often marked as none: it counts as one to the opener of the topic',
    'people without an e-mail: they join by their own claim only, never by their handle',
    'mentions in a list of the latest posts, which names no ids; one key for a post that was moved to another topic: it is known by topic and number, as the answers to it are',
    'the course: say it with --course; private messages, which are not read',
  ],
  verifiedOn: 'unverified',
  variants: ['badges', 'data-explorer', 'group-members', 'posts', 'topic', 'users'],
} as const satisfies About;
