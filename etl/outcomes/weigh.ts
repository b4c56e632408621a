import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { compare, type Comparison } from './compare.ts';
import { compareOne } from './compare-one.ts';
import { fillOutcomes } from './fill.ts';
import { comparisonRule } from './observation.ts';
import { observed, type Observed } from './observed.ts';

interface Place {
  readonly institutionId: number;
  readonly courseId: number;
}

const windows = [2, 4];

/**
 * Fills in what is due, and compares anew in every course where something was filled in or a contact was taken back since
 * the last time. Twice is as good as once.
 *
 * @returns courses that were compared
 */
export async function weighOutcomes(db: Db, now: Date): Promise<number> {
  await fillOutcomes(db, now);
  const { rows } = await sql<Place>`
    select outcome.institution_id, outcome.course_id
    from care.outcome as outcome
    join care.contact as contact
      on contact.institution_id = outcome.institution_id and contact.course_id = outcome.course_id
      and contact.contact_id = outcome.contact_id
    left join lateral (
      select max(effect.weighed_at) as at from care.effect as effect
      where effect.institution_id = outcome.institution_id and effect.course_id = outcome.course_id
    ) as weighed on true
    where outcome.valued_at is not null
      and coalesce(weighed.at < greatest(outcome.valued_at, contact.withdrawn_at), true)
    group by outcome.institution_id, outcome.course_id
    order by outcome.institution_id, outcome.course_id`.execute(db);
  for (const place of rows) await weighCourse(db, place, now);
  return rows.length;
}

/** One course in one transaction: each contact, all of them, and those of each text. */
async function weighCourse(db: Db, place: Place, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`
      delete from care.effect
      where institution_id = ${place.institutionId} and course_id = ${place.courseId}`.execute(tx);
    for (const window of windows) {
      const all = await observed(tx, place, window);
      const contacts = all.filter(({ contactIds }) => contactIds.length > 0);
      const others = all.filter(({ contactIds }) => contactIds.length === 0);
      for (const contact of contacts) await storeOne(tx, place, window, contact, compareOne(contact, others), now);
      await storePooled(tx, place, window, '', compare(contacts, others), now);
      for (const template of new Set(contacts.flatMap(({ templates }) => templates))) {
        const begun = contacts.filter(({ templates }) => templates.includes(template));
        await storePooled(tx, place, window, template, compare(begun, others), now);
      }
    }
  });
}

async function storeOne(
  db: Db,
  { institutionId, courseId }: Place,
  window: number,
  { contactIds }: Observed,
  { verdict, usual, others, difference, low, high }: Comparison,
  now: Date,
): Promise<void> {
  await db
    .updateTable('care.outcome')
    .set({ verdict, usualChange: usual, comparedLearners: others, difference, low, high, weighedAt: now })
    .where('institutionId', '=', institutionId)
    .where('courseId', '=', courseId)
    .where('windowWeeks', '=', window)
    .where('contactId', 'in', [...contactIds])
    .execute();
}

async function storePooled(
  db: Db,
  place: Place,
  windowWeeks: number,
  template: string,
  { before, usual, ...counts }: Comparison,
  now: Date,
): Promise<void> {
  await db
    .insertInto('care.effect')
    .values({
      ...place,
      ...counts,
      template,
      windowWeeks,
      changeBefore: before,
      usualChange: usual,
      confidenceLevel: comparisonRule.level,
      weighedAt: now,
    })
    .execute();
}
