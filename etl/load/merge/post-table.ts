import { account, accounts, flag, instant, integer, text, texts, type FactTable } from './fact-table.ts';

/** A post keeps its place in the thread when it is taken back: who answered whom stays true. */
export const postTable: FactTable = {
  table: 'core.post',
  id: 'post_id',
  keepsTombstone: true,
  columns: {
    key: text('key'),
    space_key: text('space'),
    thread_key: text('thread'),
    parent_key: text('parent'),
    author_account_id: account('author'),
    addressee_account_id: account('addressee'),
    anonymity: text('anonymity'),
    kind: text('kind'),
    reply_inference: text('replyInference'),
    occurred_at: instant('createdAt'),
    edited_at: instant('editedAt'),
    // A tombstone without a time: taken back at some time after it was written, before now.
    deleted_at: `case when r ? 'deleted' then coalesce((r -> 'deleted' ->> 'at')::timestamptz, (r ->> 'createdAt')::timestamptz) end`,
    visibility: text('visibility'),
    is_staff_at_time: flag('isStaffAtTime'),
    endorsed: flag('endorsed'),
    accepted: flag('accepted'),
    words: integer('words'),
    chars: integer('chars'),
    has_question: flag('hasQuestion'),
    co_author_account_ids: accounts('coAuthors'),
    mention_account_ids: accounts('mentions'),
    quoted_keys: texts('quotes'),
    session_key: text('session'),
    title: text('title'),
    url: text('url'),
    body: text('body'),
  },
};
