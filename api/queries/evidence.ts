import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Component } from '../contract/values.ts';
import type { Asked, Evidence } from './asked.ts';
import { evidenceOfAnswers } from './evidence-of-answers.ts';
import { evidenceOfCompany } from './evidence-of-company.ts';
import { evidenceOfPresence } from './evidence-of-presence.ts';
import { evidenceOfTies } from './evidence-of-ties.ts';
import { select } from './select.ts';

/** The very posts and sessions behind one component, newest first. */
export function evidence(db: ReadDb, component: z.output<typeof Component>, asked: Asked): Promise<Evidence> {
  switch (component) {
    case 'peer_contact':
      return allContact(db, asked);
    case 'inbound_peers':
      return evidenceOfTies(db, asked, 'received');
    case 'voice':
      return evidenceOfTies(db, asked, 'sent');
    case 'being_answered':
      return evidenceOfAnswers(db, asked);
    case 'live_presence':
    case 'recency':
    case 'decline':
    case 'forum_presence':
      return evidenceOfPresence(db, asked, component);
    case 'felt_belonging':
      return pulse(db, asked);
  }
}

/** Ties and company together, newest first. */
async function allContact(db: ReadDb, asked: Asked): Promise<Evidence> {
  const all = [...(await evidenceOfTies(db, asked, 'any')), ...(await evidenceOfCompany(db, asked))];
  return all.sort((one, other) => (other.at ?? '').localeCompare(one.at ?? ''));
}

async function pulse(db: ReadDb, { courseId, personId, asOf }: Asked): Promise<Evidence> {
  const rows = await select<{ at: Date; counted: boolean }>(
    db,
    sql`
      select response.occurred_at as at, response.occurred_at >= ${asOf}::timestamptz - interval '840 hours' as counted
      from core.survey_response as response
      join core.account as account
        on account.institution_id = response.institution_id and account.account_id = response.account_id
      where response.course_id = ${courseId} and account.person_id = ${personId} and response.survey_key = 'pulse'
        and response.superseded_at is null and response.occurred_at < ${asOf}
      order by response.occurred_at desc`,
  );
  return rows.map(({ at, counted }, place) => ({
    kind: 'pulse',
    at: at.toISOString(),
    title: null,
    url: null,
    withPerson: null,
    adds: null,
    counted: counted && place === 0,
    note:
      counted && place === 0
        ? 'The latest answer within 35 days counts.'
        : 'Replaced by a later answer, or older than 35 days.',
  }));
}
