import { randomBytes } from 'node:crypto';

import { buildApp } from '@kith/api/app.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { getCoursePulse } from '@kith/api/contract/pulse.ts';
import { linkOf } from '@kith/api/pulse/link.ts';
import { closeRounds } from '@kith/etl/pulse/close-rounds.ts';
import { secretKey } from '@kith/sql/secret-key.ts';
import { sql } from 'kysely';

import { openUniversity, plantSession } from '../support/open-university.ts';
import type { Named } from '../support/university-facts.ts';

export type CoursePulse = ResponseOf<typeof getCoursePulse>;

/** Four answers of 1 to 5; null: left out. */
export type Four = readonly [number | null, number | null, number | null, number | null];

/** The test university with an app whose key is known, so that links can be written. */
export async function openPulses() {
  const kith = await openUniversity();
  const key = secretKey(randomBytes(32));
  const app = await buildApp({ db: kith.appDb, secretKey: key });
  const { institutionId, own, database } = kith;
  const courseId = own.courseId;
  const learners = [...own.learners, kith.staff.learner];

  const cookies = new Map<number, string>();
  async function ask(who: Named | null, method: 'GET' | 'POST', url: string, payload?: object) {
    if (who && !cookies.has(who.personId))
      cookies.set(who.personId, await plantSession(database.db, institutionId, who.personId));
    const headers = { 'x-kith': '1', ...(who && { cookie: `kith_session=${cookies.get(who.personId)!}` }) };
    const answer = await app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json<never>() };
  }

  const roundId = async (): Promise<number> => {
    const { rows } = await sql<{ id: number }>`
      select max(round_id) as id from care.pulse_round where course_id = ${courseId}`.execute(database.owner);
    return rows[0]!.id;
  };
  const url = `/courses/${String(courseId)}/pulse`;

  return {
    ...kith,
    key,
    courseId,
    learners,
    url,
    ask,
    roundId,

    /** Opened by the instructor. */
    open: async (days = 7) => {
      const { status, body } = await ask(kith.staff.instructor, 'POST', url, { days });
      if (status !== 200) throw new Error(JSON.stringify(body));
      return roundId();
    },
    linkTo: async ({ personId }: Named) => linkOf(key, { institutionId, courseId, roundId: await roundId(), personId }),
    async answer(who: Named, [connected, mine, someone, say]: Four, named = false): Promise<string> {
      const link = linkOf(key, { institutionId, courseId, roundId: await roundId(), personId: who.personId });
      const body = { connected, mine, someone_to_ask: someone, can_say: say, named };
      const { status, body: said } = await ask(null, 'POST', `/pulse/${link}`, body);
      return status === 200 ? (said as { outcome: string }).outcome : String(status);
    },
    /** Its days are over. */
    async end(): Promise<void> {
      await sql`update care.pulse_round set closes_at = now() where closed_at is null`.execute(database.owner);
      await closeRounds(database.db);
    },
    read: async (who: Named): Promise<CoursePulse> => (await ask(who, 'GET', url)).body,
    async close() {
      await app.close();
      await kith.close();
    },
  };
}

export type OpenPulses = Awaited<ReturnType<typeof openPulses>>;
