import { listMyMentoring } from '@kith/api/contract/mentors.ts';
import { getMyData } from '@kith/api/contract/my-data.ts';
import { call } from '#lib/api/call.server.ts';
import { offer } from '#lib/components/own/offer-mentoring.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => {
  const [pairs, own] = await Promise.all([call(fetch, listMyMentoring, {}), call(fetch, getMyData, {})]);
  return { pairs, offer: own.mentoring, purpose: own.purposes.mentoring ?? null };
};

export const actions: Actions = { mentor: offer };
