import { getCourseWeek } from '@kith/api/contract/course.ts';
import { getNetwork, Talk } from '@kith/api/contract/network.ts';
import { TieKind } from '@kith/api/contract/values.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { weekOf } from '#lib/components/course/week-query.ts';
import { kindsOf, usualKinds } from '#lib/components/network/kind-filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { courseId } = params;
  const week = weekOf(url);
  const asked = url.searchParams.get('kinds');
  const staff = url.searchParams.get('staff') === 'true';
  const talk = Talk.safeParse(url.searchParams.get('talk')).data;

  const view = await call(fetch, getCourseWeek, { params: { courseId }, query: { week } });
  if (!view.named || view.week === null) return { view, week, staff, talk, network: null, shown: [] };

  const draw = (kinds: string) =>
    ask(fetch, getNetwork, {
      params: { courseId },
      query: { week, kinds, talk, ...(staff && { staff: 'true' as const }) },
    });
  const network = await draw(asked ?? usualKinds(TieKind.options).join(','));
  if (!network.ok) return { view, week, staff, talk, network, shown: [] };
  const offered = network.value.kinds.map(({ kind }) => kind);
  const shown = kindsOf(asked, offered);
  // A course with nothing but live sessions has no usual ties: then those are drawn.
  const again = asked === null && talk === undefined && offered.length > 0 && network.value.edges.length === 0;
  return { view, week, staff, talk, network: again ? await draw(shown.join(',')) : network, shown };
};
