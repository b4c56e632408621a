import { listCourseSources, listRuns, listSources } from '@kith/api/contract/data.ts';
import { listSchedules } from '@kith/api/contract/schedules.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

/** Stewards see sources and loads; everybody else reads where the numbers come from. */
export const load: PageServerLoad = async ({ fetch, locals }) => {
  if (locals.me?.steward !== true) return { steward: null };
  const [sources, runs, fresh, { schedules }] = await Promise.all([
    call(fetch, listSources, {}),
    call(fetch, listRuns, {}),
    call(fetch, listCourseSources, {}),
    call(fetch, listSchedules, {}),
  ]);
  return { steward: { sources, runs, fresh, schedules } };
};
