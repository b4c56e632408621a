import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { DigestSetting } from '../contract/digest.ts';
import type { DigestCounts } from '../digest/words.ts';
import type { Reader } from '../reader.ts';
import { monday } from './monday/monday.ts';
import { select } from './select.ts';

type Setting = z.output<typeof DigestSetting>;

/** What stands on the reader's Monday page, in numbers. */
export async function digestCounts(db: ReadDb, reader: Reader): Promise<DigestCounts> {
  const page = await monday(db, reader, {});
  return {
    people: page.people.length,
    more: page.more.length,
    posts: page.waiting.length + page.newcomers.length,
    goodNews: page.goodNews.length,
    messages: page.messages.length,
  };
}

interface Row extends Setting {
  readonly mail: boolean;
  readonly lastSentAt: Date | null;
}

/** The reader's setting; off, Monday at eight in the institution's zone, until they say otherwise. */
export async function digestSetting(db: ReadDb, { institutionId, personId }: Reader): Promise<Row> {
  const [row] = await select<Row>(
    db,
    sql`
      select
        coalesce(setting.wanted, false) as wanted, coalesce(setting.weekday, 1) as weekday, coalesce(setting.hour, 8) as hour,
        coalesce(setting.timezone, institution.timezone) as timezone,
        exists (
          select from identity.person as person
          where person.institution_id = institution.institution_id and person.person_id = ${personId}
            and person.email is not null
        ) as mail,
        (
          select max(digest.sent_at) from care.digest as digest
          where digest.institution_id = institution.institution_id and digest.person_id = ${personId}
        ) as last_sent_at
      from core.institution as institution
      left join care.digest_setting as setting
        on setting.institution_id = institution.institution_id and setting.person_id = ${personId}
      where institution.institution_id = ${institutionId}`,
  );
  return row!;
}

export async function setDigest(db: Db, { institutionId, personId }: Reader, setting: Setting): Promise<void> {
  const row = { ...setting, changedAt: new Date() };
  await db
    .insertInto('care.digestSetting')
    .values({ institutionId, personId, ...row })
    .onConflict((conflict) => conflict.columns(['institutionId', 'personId']).doUpdateSet(row))
    .execute();
}
