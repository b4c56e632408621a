import { endGrant, giveGrant, GrantRole, listGrants } from '@kith/api/contract/grants.ts';
import { decideWaitingSignIn, listWaitingSignIns } from '@kith/api/contract/providers.ts';
import { fail } from '@sveltejs/kit';
import type { Answer } from '#lib/api/answer.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => {
  const [access, waiting] = await Promise.all([call(fetch, listGrants, {}), call(fetch, listWaitingSignIns, {})]);
  return { ...access, waiting, roles: GrantRole.options };
};

/** `unit:3`, `course:7` or, for the whole institution, nothing. */
const placeOf = (text: string) => ({
  unitId: text.startsWith('unit:') ? Number(text.slice(5)) : null,
  courseId: text.startsWith('course:') ? Number(text.slice(7)) : null,
});

const said = (answer: Answer<unknown>) =>
  answer.ok ? undefined : fail(answer.trouble.status, { trouble: answer.trouble });

export const actions: Actions = {
  give: async ({ fetch, request }) => {
    const form = await request.formData();
    const [role, until] = [GrantRole.safeParse(form.get('role')), textOf(form, 'until')];
    if (!role.success) return fail(400);
    const body = {
      email: textOf(form, 'email'),
      role: role.data,
      ...placeOf(textOf(form, 'place')),
      // The last day is meant to count.
      to: until === '' ? null : new Date(Date.parse(until) + 86_400_000).toISOString(),
      pseudonymous: form.has('pseudonymous'),
    };
    return said(await ask(fetch, giveGrant, { body }));
  },

  end: async ({ fetch, request }) => {
    const grantId = Number(textOf(await request.formData(), 'grantId'));
    return said(await ask(fetch, endGrant, { params: { grantId } }));
  },

  decide: async ({ fetch, request }) => {
    const form = await request.formData();
    const params = { waitingId: Number(textOf(form, 'waitingId')) };
    const email = form.has('refuse') ? null : textOf(form, 'email');
    return said(await ask(fetch, decideWaitingSignIn, { params, body: { email } }));
  },
};
