import * as contract from '@kith/api/contract/rights.ts';
import type { Answer } from '#lib/api/answer.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => {
  const [rights, requests] = await Promise.all([
    call(fetch, contract.getRights, {}),
    call(fetch, contract.listDataRequests, {}),
  ]);
  return { ...rights, requests };
};

const said = (answer: Answer<unknown>) =>
  answer.ok ? undefined : fail(answer.trouble.status, { trouble: answer.trouble });

export const actions: Actions = {
  answer: async ({ fetch, request }) => {
    const form = await request.formData();
    const params = { requestId: Number(textOf(form, 'requestId')) };
    const body = { granted: textOf(form, 'granted') === 'yes', answer: textOf(form, 'answer') };
    return said(await ask(fetch, contract.answerDataRequest, { params, body }));
  },

  erase: async ({ fetch, request }) => {
    const body = { email: textOf(await request.formData(), 'email') };
    return said(await ask(fetch, contract.countErasure, { body }));
  },

  remove: async ({ fetch }) => said(await ask(fetch, contract.countRetention, {})),

  decide: async ({ fetch, request }) => {
    const form = await request.formData();
    const params = { taskId: Number(textOf(form, 'taskId')) };
    const decision = textOf(form, 'decision') === 'do' ? 'do' : 'drop';
    return said(await ask(fetch, contract.decideRightsTask, { params, body: { decision } }));
  },

  keep: async ({ fetch, request }) => {
    const form = await request.formData();
    const days = textOf(form, 'days');
    const body = { class: textOf(form, 'class'), days: form.has('reset') || days === '' ? null : Number(days) };
    return said(await ask(fetch, contract.setRetention, { body }));
  },
};
