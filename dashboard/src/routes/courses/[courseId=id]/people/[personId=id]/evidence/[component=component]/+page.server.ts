import { getEvidence } from '@kith/api/contract/learner.ts';
import { call } from '#lib/api/call.server.ts';
import { weekOf } from '#lib/components/course/week-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { courseId, personId, component } = params;
  const week = weekOf(url);
  const evidence = await call(fetch, getEvidence, { params: { courseId, personId }, query: { week, component } });
  return { courseId, personId, week, evidence };
};
