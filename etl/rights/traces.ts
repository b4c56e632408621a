import type { Db } from '@kith/sql/connect.ts';
import { sql, type RawBuilder } from 'kysely';

import { stageTable, stageTables } from '../load/stage-tables.ts';
import { term } from '../load/statements/terms.ts';
import { affected } from './affected.ts';
import type { ErasedAccount } from './erased.ts';
import { taken, tellingWords, wordPattern, type KnownAs } from './known-as.ts';
import { takeOutOfTexts } from './free-text.ts';

interface Who {
  readonly institutionId: number;
  readonly personId: number;
  readonly accounts: readonly ErasedAccount[];
}

/**
 * Where a person stands without a column of their own: refused rows as they were read and statements as they were sent,
 * by any name, address or key of theirs; loads that are not visible yet, the places of the network picture, the list of a
 * week's alerts, and what others wrote. Counts into `rows`, by table.
 *
 * @returns loads that were dropped
 */
export async function withoutTraces(db: Db, who: Who, known: KnownAs, rows: Record<string, number>): Promise<number[]> {
  const { words } = known;
  const pattern = wordPattern(words);
  const named = (column: string) =>
    sql`institution_id = ${who.institutionId} and ${sql.ref(column)}::text ~* ${pattern}`;
  const changed = {
    ...(words.length > 0 && {
      'ops.reject': await affected(
        db,
        sql`update ops.reject
          set raw = null, mended = null, message = 'The row named somebody who was erased.',
            file = regexp_replace(file, ${pattern}, ${String.raw`\1` + taken}, 'gi')
          where ${named('raw')} or ${named('message')} or ${named('mended')} or ${named('file')}`,
      ),
      'ops.reject_head': await affected(
        db,
        sql`delete from ops.reject_head where ${named('head')} or ${named('file')}`,
      ),
      'identity.refused_statement': await affected(
        db,
        sql`delete from identity.refused_statement where ${named('statement')} or ${named('reason')}`,
      ),
    }),
    'identity.statement': await clearStatements(db, who),
    'identity.sign_in_waiting': await clearWaiting(db, who),
    'insight.course_week': await clearCourseWeeks(db, who),
  };
  for (const [table, count] of Object.entries(changed)) if (count > 0) rows[table] = count;
  await takeOutOfTexts(db, who.institutionId, tellingWords(words), rows);
  return dropLoads(db, who);
}

/**
 * Statements as they were received that name the person anywhere: by an account or a claim as xAPI writes it, because a
 * key alone, such as 41, stands in many others.
 */
async function clearStatements(db: Db, { institutionId, personId, accounts }: Who): Promise<number> {
  const accountIds = accounts.map(({ accountId }) => accountId);
  const { rows } = await sql<{ agent: string }>`
    select case scheme
      when 'email' then 'mbox:' || lower(value)
      when 'email_sha1' then 'mbox_sha1sum:' || lower(value)
      when 'openid' then 'openid:' || value
      else 'account:' || issuer || '|' || value
    end as agent
    from identity.claim
    where institution_id = ${institutionId} and account_id = any (${accountIds}::bigint[])
    union all
    select 'mbox:' || lower(email) from identity.person
    where institution_id = ${institutionId} and person_id = ${personId} and email is not null`.execute(db);
  const agents = [...accounts.map(({ key }) => key), ...rows.map(({ agent }) => agent)];
  const terms = agents.map((agent) => term('any agent', agent));
  return affected(
    db,
    sql`delete from identity.statement where institution_id = ${institutionId} and terms && ${terms}::bigint[]`,
  );
}

/** People who wait at the door under an address of theirs. */
function clearWaiting(db: Db, { institutionId, accounts }: Who): Promise<number> {
  const accountIds = accounts.map(({ accountId }) => accountId);
  return affected(
    db,
    sql`
    delete from identity.sign_in_waiting as w
    where w.institution_id = ${institutionId} and lower(w.email) in (
      select lower(value) from identity.claim
      where institution_id = ${institutionId} and scheme = 'email' and account_id = any (${accountIds}::bigint[]))`,
  );
}

/** Their place in the picture, in the list of a week's alerts, and in the queue of those the list had no room for. */
function clearCourseWeeks(db: Db, { institutionId, personId }: Who): Promise<number> {
  const others = (list: string, one: RawBuilder<unknown>) => sql`
    case when jsonb_typeof(alert_list -> ${list}) = 'array' then jsonb_build_object(${list}::text, (
      select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(alert_list -> ${list}) as listed (one)
      where ${one} <> to_jsonb(${personId}::bigint))) else '{}' end`;
  return affected(
    db,
    sql`
    update insight.course_week
    set network = network - ${String(personId)}::text,
      alert_list = alert_list || ${others('listed', sql`one`)} || ${others('queue', sql`one -> 'person'`)}
    where institution_id = ${institutionId}
      and (network ? ${String(personId)}::text or alert_list -> 'listed' @> to_jsonb(${personId}::bigint)
        or alert_list -> 'queue' @> jsonb_build_array(jsonb_build_object('person', ${personId}::bigint)))`,
  );
}

/** Their rows are no facts yet: they are dropped, and the files may be loaded again, without the person. */
async function dropLoads(db: Db, { institutionId, accounts }: Who): Promise<number[]> {
  const { rows: waiting } = await sql<{ runId: number; sourceId: number }>`
    select run_id, source_id from ops.run
    where institution_id = ${institutionId} and state in ('loading', 'staged')
      and to_regclass('stage.run_' || run_id || '_person') is not null
    order by run_id`.execute(db);
  const dropped = [];
  for (const { runId, sourceId } of waiting) {
    const keys = accounts.filter((account) => account.sourceId === sourceId).map(({ key }) => key);
    const { rows: named } = await sql`
      select from ${sql.table(stageTable(runId, 'person'))} where key = any (${keys}::text[]) limit 1`.execute(db);
    if (named.length === 0) continue;
    for (const name of stageTables) await sql`drop table if exists ${sql.table(stageTable(runId, name))}`.execute(db);
    await sql`
      update ops.run set state = 'dropped', finished_at = now(),
        message = 'It named somebody who was erased meanwhile, so it was dropped. Load the files again: the person is left out.'
      where institution_id = ${institutionId} and run_id = ${runId}`.execute(db);
    dropped.push(runId);
  }
  return dropped;
}
