import type { Db } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import { sql } from 'kysely';

import { UnreadableFile, type SourceInput } from '../connector.ts';
import { ltiNrps } from '../extract/lti-nrps/lti-nrps.ts';
import { load } from '../load/load.ts';
import { accessToken } from './access-token.ts';
import { membershipPages, rosterScope } from './membership-pages.ts';
import { PlatformTrouble } from './platform-trouble.ts';
import { signingKey } from './signing-keys.ts';

interface Offered {
  readonly contextKey: string;
  readonly membershipsUrl: string;
  readonly clientId: string;
  readonly tokenUrl: string | null;
  readonly tokenAudience: string | null;
  readonly source: string | null;
  readonly connector: string | null;
}

/**
 * Fetches the roster that a launch offered, all its pages, and loads it like any roster: as a file of the platform's
 * source, by the connector `lti-nrps`. What is not in it any more is gone, where the source holds nothing but such
 * rosters. Trouble is written beside the offer, for stewards; a later launch asks again.
 *
 * @returns the load; undefined where there was trouble
 */
export async function fetchRoster(
  db: Db,
  secretKey: SecretKey,
  institutionId: number,
  rosterId: number,
): Promise<number | undefined> {
  const offered = await offerOf(db, institutionId, rosterId);
  if (!offered) return undefined; // the provider was removed in the meantime
  const note = (values: { fetchedAt?: Date; runId?: number; trouble: string | null }) =>
    db
      .updateTable('ops.rosterService')
      .set(values)
      .where('institutionId', '=', institutionId)
      .where('rosterId', '=', rosterId)
      .execute();
  try {
    const { runId, state, message } = await load(db, {
      institutionId,
      source: offered.source ?? refuse('The platform has no source for its rosters.'),
      connector: ltiNrps,
      input: await pagesOf(db, secretKey, institutionId, offered),
      context: {},
      mode: offered.connector === 'lti-nrps' ? 'full' : 'delta',
    });
    await note({
      fetchedAt: new Date(),
      runId,
      trouble: state === 'staged' ? (message ?? 'It waits for a steward.') : null,
    });
    return runId;
  } catch (error) {
    await note({ trouble: sentenceOf(error) });
    if (error instanceof PlatformTrouble || error instanceof UnreadableFile) return undefined;
    throw error;
  }
}

async function offerOf(db: Db, institutionId: number, rosterId: number): Promise<Offered | undefined> {
  const { rows } = await sql<Offered>`
    select r.context_key, r.memberships_url, p.client_id, p.token_url, p.token_audience, s.name as source, s.connector
    from ops.roster_service as r
    join ops.identity_provider as p on p.institution_id = r.institution_id and p.provider_id = r.provider_id
    left join ops.source as s on s.institution_id = p.institution_id and s.source_id = p.source_id
    where r.institution_id = ${institutionId} and r.roster_id = ${rosterId}`.execute(db);
  return rows[0];
}

/** The pages as the files of one export. */
async function pagesOf(db: Db, secretKey: SecretKey, institutionId: number, offered: Offered): Promise<SourceInput> {
  const { clientId, tokenUrl, tokenAudience: audience, membershipsUrl } = offered;
  const key = await signingKey(db, secretKey, institutionId);
  const token = await accessToken(key, {
    clientId,
    tokenUrl: tokenUrl ?? refuse('The platform has no address for tokens: set it up anew with one.'),
    audience,
    scope: rosterScope,
  });
  const pages = await membershipPages(membershipsUrl, token);
  return {
    path: 'the roster of a learning platform',
    files: pages.map((page, index) => ({
      name: `page-${String(index + 1).padStart(4, '0')}.json`,
      bytes: page.length,
      async *open() {
        yield page;
      },
    })),
  };
}

const refuse = (message: string): never => {
  throw new PlatformTrouble(message);
};

function sentenceOf(error: unknown): string {
  if (error instanceof PlatformTrouble) return error.message;
  if (error instanceof UnreadableFile) return `${error.message} ${error.hint}`;
  return 'The platform did not answer, or Kith could not read what it said.';
}
