import { getLearner } from '@kith/api/contract/learner.ts';
import { call } from '#lib/api/call.server.ts';
import { weekOf } from '#lib/components/course/week-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const week = weekOf(url);
  return { week, view: await call(fetch, getLearner, { params, query: { week } }) };
};
