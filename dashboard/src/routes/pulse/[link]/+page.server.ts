import { answerPulse, getInvitation } from '@kith/api/contract/pulse.ts';
import { error, fail } from '@sveltejs/kit';
import { ask } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { items } from '#lib/components/pulse/items.ts';
import type { Actions, PageServerLoad } from './$types';

/** Null: the link is none of ours, or was cut off on its way. */
export const load: PageServerLoad = async ({ fetch, params }) => {
  const answer = await ask(fetch, getInvitation, { params });
  if (answer.ok) return { asked: answer.value };
  const { status, title, ...rest } = answer.trouble;
  return status === 404 ? { asked: null } : error(status, title, rest);
};

export const actions: Actions = {
  default: async ({ fetch, params, request }) => {
    const form = await request.formData();
    const said = Object.fromEntries(items.map((item) => [item, textOf(form, item)])) as Record<
      (typeof items)[number],
      string
    >;
    const named = form.has('named');
    const numbers = Object.fromEntries(items.map((item) => [item, said[item] === '' ? null : Number(said[item])]));
    const answer = await ask(fetch, answerPulse, { params, body: { ...numbers, named } });
    if (!answer.ok) return fail(answer.trouble.status, { said, named, trouble: answer.trouble });
    const { outcome } = answer.value;
    if (outcome === 'empty' || outcome === 'no_name') return fail(400, { said, named, outcome });
    return { outcome, named };
  },
};
