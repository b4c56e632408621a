import { getRun, listRejects } from '@kith/api/contract/data.ts';
import { ask, call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const code = url.searchParams.get('code') ?? undefined;
  const after = Number(url.searchParams.get('after') ?? 0) || 0;
  const run = await call(fetch, getRun, { params });
  const rejects = run.rejected === 0 ? null : await ask(fetch, listRejects, { params, query: { code, after } });
  return { run, code, rejects };
};
