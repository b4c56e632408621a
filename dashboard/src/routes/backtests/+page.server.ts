import { BacktestLabel, listBacktests } from '@kith/api/contract/backtests.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

/** Which run and which label stand in the address. */
export const load: PageServerLoad = async ({ fetch, url }) => {
  const digest = url.searchParams.get('run') ?? undefined;
  const label = BacktestLabel.safeParse(url.searchParams.get('label')).data;
  return { page: await call(fetch, listBacktests, { query: { digest, label } }) };
};
