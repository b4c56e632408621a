import { listCourseSources, listRuns, listSources } from '@kith/api/contract/data.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

/** Stewards see sources and loads; everybody else reads where the numbers come from. */
export const load: PageServerLoad = async ({ fetch, locals }) => {
  if (locals.me?.steward !== true) return { steward: null };
  const [sources, runs, fresh] = await Promise.all([
    call(fetch, listSources, {}),
    call(fetch, listRuns, {}),
    call(fetch, listCourseSources, {}),
  ]);
  return { steward: { sources, runs, fresh } };
};
