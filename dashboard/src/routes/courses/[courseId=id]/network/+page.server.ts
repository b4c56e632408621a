import { getCourseWeek } from '@kith/api/contract/course.ts';
import { getNetwork } from '@kith/api/contract/network.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { weekOf } from '#lib/components/course/week-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { courseId } = params;
  const week = weekOf(url);
  const kinds = url.searchParams.get('kinds') ?? undefined;
  const staff = url.searchParams.get('staff') === 'true';

  const view = await call(fetch, getCourseWeek, { params: { courseId }, query: { week } });
  if (!view.named || view.week === null) return { view, week, staff, network: null };
  const query = { week, kinds, ...(staff && { staff: 'true' as const }) };
  return { view, week, staff, network: await ask(fetch, getNetwork, { params: { courseId }, query }) };
};
