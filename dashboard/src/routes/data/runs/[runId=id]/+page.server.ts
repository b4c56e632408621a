import { decideRun, getRun, listRejects } from '@kith/api/contract/data.ts';
import { fail } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const code = url.searchParams.get('code') ?? undefined;
  const after = Number(url.searchParams.get('after') ?? 0) || 0;
  const [wanted, search] = [url.searchParams.get('only'), url.searchParams.get('search')];
  const only = wanted === 'open' || wanted === 'mended' ? wanted : undefined;
  const run = await call(fetch, getRun, { params });
  const rejects =
    run.rejected === 0
      ? null
      : await ask(fetch, listRejects, {
          params,
          query: { code, after, only, search: search === '' ? undefined : (search ?? undefined) },
        });
  return { run, code, rejects };
};

export const actions: Actions = {
  decide: async ({ fetch, params, request }) => {
    const decision = (await request.formData()).get('decision');
    if (decision !== 'accept' && decision !== 'drop') return fail(400);
    const answer = await ask(fetch, decideRun, { params, body: { decision } });
    return answer.ok ? undefined : fail(answer.trouble.status, { trouble: answer.trouble });
  },
};
