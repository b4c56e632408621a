import { getEvaluation } from '@kith/api/contract/evaluation.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

/** Which part and which weeks stand in the address. Weeks that a part does not have are said to be missing. */
export const load: PageServerLoad = async ({ fetch, url }) => {
  const unit = url.searchParams.get('unit');
  const span = url.searchParams.get('span') ?? undefined;
  const query = { unitId: unit === null ? undefined : Number(unit) || 0, span };
  return { page: await call(fetch, getEvaluation, { query }), query };
};
