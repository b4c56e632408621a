import { getLearner } from '@kith/api/contract/learner.ts';
import { declareFor, DeclarationKind } from '@kith/api/contract/my-data.ts';
import { fail } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { weekOf } from '#lib/components/course/week-query.ts';
import { instantOf } from '#lib/components/own/day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const week = weekOf(url);
  return { week, view: await call(fetch, getLearner, { params, query: { week } }) };
};

export const actions: Actions = {
  declare: async ({ fetch, params, request }) => {
    const form = await request.formData();
    const kind = DeclarationKind.safeParse(textOf(form, 'kind'));
    const from = instantOf(textOf(form, 'from'));
    if (!kind.success || from === null) return fail(400);
    const body = { kind: kind.data, from, to: instantOf(textOf(form, 'to')) };
    const answer = await ask(fetch, declareFor, { params, body });
    return answer.ok ? undefined : fail(answer.trouble.status, { trouble: answer.trouble });
  },
};
