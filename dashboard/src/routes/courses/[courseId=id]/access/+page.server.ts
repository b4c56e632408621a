import { delegate, endDelegation, listDelegations } from '@kith/api/contract/grants.ts';
import { fail } from '@sveltejs/kit';
import type { Answer } from '#lib/api/answer.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) => ({
  courseId: params.courseId,
  ...(await call(fetch, listDelegations, { params: { courseId: params.courseId } })),
});

const said = (answer: Answer<unknown>) =>
  answer.ok ? { done: true } : fail(answer.trouble.status, { trouble: answer.trouble });

/** What the API takes; anything else it refuses itself. */
const roles = ['instructor', 'assistant', 'lead', 'support'] as const;

export const actions: Actions = {
  pass: async ({ fetch, params, request }) => {
    const form = await request.formData();
    const [role, until] = [roles.find((one) => one === form.get('role')), Date.parse(textOf(form, 'until'))];
    if (role === undefined || Number.isNaN(until)) return fail(400);
    const body = {
      email: textOf(form, 'email'),
      role,
      // The last day is meant to count.
      until: new Date(until + 86_400_000).toISOString(),
      pseudonymous: form.has('pseudonymous'),
    };
    return said(await ask(fetch, delegate, { params: { courseId: params.courseId }, body }));
  },

  end: async ({ fetch, params, request }) => {
    const grantId = Number(textOf(await request.formData(), 'grantId'));
    return said(await ask(fetch, endDelegation, { params: { courseId: params.courseId, grantId } }));
  },
};
