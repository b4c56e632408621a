import { sql } from 'kysely';

import type { Matching } from '../matching.ts';
import { namesIn } from './called.ts';

interface Somebody {
  readonly courseId: number;
  readonly personId: number;
  readonly accountId: number;
  readonly isListed: boolean;
  /** Names and addresses as the source writes them. */
  readonly names: readonly string[];
  readonly emails: readonly string[];
}

interface Suggestion {
  readonly course_id: number;
  readonly account_id: number;
  readonly other_account_id: number;
  readonly rule: 'name' | 'email';
  readonly said: string;
  readonly other_said: string;
}

/**
 * Finds anew, for the courses in `load_touched_course`, who of those that were only seen may be somebody of the roster:
 * by an address that no source vouches for, or by a name that stands once among the seen and once in the roster of that
 * same course (reference/connectors §4 rule 2). Nobody is looked for outside the course, and nobody is joined. Whom a
 * steward has set apart is not suggested again; whom a handle alone names is left to their own word (rule 3).
 */
export async function findSuggestions({ db, institutionId, visibleAt }: Matching): Promise<void> {
  const people = await seenAndListed({ db, institutionId });
  const found = [...Map.groupBy(people, ({ courseId }) => courseId).values()].flatMap(suggestionsIn);
  await sql`
    delete from identity.match_suggestion as g using load_touched_course as c
    where g.institution_id = ${institutionId} and g.course_id = c.course_id`.execute(db);
  if (found.length === 0) return;
  await sql`
    insert into identity.match_suggestion
      (institution_id, course_id, account_id, other_account_id, rule, said, other_said, traces, found_at)
    select ${institutionId}::bigint, f.course_id, f.account_id, f.other_account_id, f.rule, f.said, f.other_said,
      (select count(*) from core.post as p
        where p.institution_id = ${institutionId} and p.course_id = f.course_id and p.author_account_id = f.account_id
          and p.superseded_at is null)
      + (select count(*) from core.presence as p
        where p.institution_id = ${institutionId} and p.course_id = f.course_id and p.account_id = f.account_id
          and p.superseded_at is null)
      + (select count(*) from core.activity as p
        where p.institution_id = ${institutionId} and p.course_id = f.course_id and p.account_id = f.account_id
          and p.superseded_at is null),
      ${visibleAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f (
      course_id bigint, account_id bigint, other_account_id bigint, rule text, said text, other_said text)
    where not exists (
      select from identity.match_word as w
        join core.account as own on own.institution_id = w.institution_id and own.account_id = f.account_id
        join core.account as other on other.institution_id = w.institution_id and other.account_id = f.other_account_id
        join core.account as a on a.institution_id = w.institution_id and a.person_id = own.person_id
        join core.account as b on b.institution_id = w.institution_id and b.person_id = other.person_id
      where w.institution_id = ${institutionId} and w.ended_by_change is null and w.word = 'apart'
        and w.account_id = least(a.account_id, b.account_id)
        and w.other_account_id = greatest(a.account_id, b.account_id))`.execute(db);
}

async function seenAndListed({ db, institutionId }: Pick<Matching, 'db' | 'institutionId'>): Promise<Somebody[]> {
  const { rows } = await sql<Somebody>`
    select p.course_id, p.person_id, a.account_id, p.basis = 'roster' as is_listed,
      array_remove(
        array[k.display_name, nullif(concat_ws(' ', k.given_name, k.family_name), '')]
        || array(
          select c.value from identity.claim as c
          where c.institution_id = a.institution_id and c.account_id = a.account_id and c.scheme = 'display_name'),
        null) as names,
      array(
        select c.value from identity.claim as c
        where c.institution_id = a.institution_id and c.account_id = a.account_id and c.scheme = 'email'
        order by c.value) as emails
    from load_touched_course as t
      join core.participant as p on p.institution_id = ${institutionId} and p.course_id = t.course_id
      join core.account as a on a.institution_id = p.institution_id and a.person_id = p.person_id
      join identity.account as k on k.institution_id = a.institution_id and k.account_id = a.account_id
    where p.basis in ('roster', 'provisional')
      and (p.basis = 'roster' or not exists (
        select from identity.claim as c
        where c.institution_id = a.institution_id and c.account_id = a.account_id and c.scheme = 'handle'))
      and exists (
        select from core.participant as other
        where other.institution_id = ${institutionId} and other.course_id = t.course_id and other.basis = 'provisional')
      and exists (
        select from core.participant as other
        where other.institution_id = ${institutionId} and other.course_id = t.course_id and other.basis = 'roster')
    order by a.account_id`.execute(db);
  return rows;
}

function suggestionsIn(people: readonly Somebody[]): Suggestion[] {
  const byEmail = pairs(people, 'email', (one) => one.emails.map((email) => [email, email] as const));
  const byName = pairs(people, 'name', (one) =>
    one.names.flatMap((written) => namesIn(written).map((name) => [name, written] as const)),
  );
  // An address says more than a name; one suggestion for whoever was seen.
  const seen = new Set(byEmail.map((each) => each.account_id));
  return [...byEmail, ...byName.filter((each) => !seen.has(each.account_id))];
}

type Sign = readonly [compared: string, written: string];

/** One of the seen and one of the roster, each the only person of their side who carries the sign. */
function pairs(
  people: readonly Somebody[],
  rule: Suggestion['rule'],
  signsOf: (one: Somebody) => readonly Sign[],
): Suggestion[] {
  const carried = people.flatMap((one) => signsOf(one).map(([compared, written]) => ({ one, compared, written })));
  const found = new Map<string, Suggestion>();
  for (const holders of Map.groupBy(carried, ({ compared }) => compared).values()) {
    const [seen, listed] = [holders.filter(({ one }) => !one.isListed), holders.filter(({ one }) => one.isListed)];
    if (new Set(seen.map(({ one }) => one.personId)).size !== 1) continue;
    if (new Set(listed.map(({ one }) => one.personId)).size !== 1) continue;
    const [a, b] = [seen[0]!, listed[0]!];
    found.set(`${a.one.accountId}`, {
      course_id: a.one.courseId,
      account_id: a.one.accountId,
      other_account_id: b.one.accountId,
      rule,
      said: a.written,
      other_said: b.written,
    });
  }
  return [...found.values()];
}
