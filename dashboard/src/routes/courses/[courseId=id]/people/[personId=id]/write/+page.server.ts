import { logContacts } from '@kith/api/contract/contacts.ts';
import { getDraft, keepTemplate, sendMessage } from '@kith/api/contract/writing.ts';
import { fail, redirect } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { channels } from '#lib/components/monday/channels.ts';
import { typeIn } from '#lib/components/monday/filter.ts';
import { mondayPath } from '#lib/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  draft: await call(fetch, getDraft, { params, query: { template: typeIn(url.searchParams.get('template')) } }),
});

/** What stands in the fields, so that a refused message is not lost. */
const textIn = (form: FormData) => ({
  subject: textOf(form, 'subject'),
  // Forms end lines as the mail of 1982 did.
  body: textOf(form, 'body').replaceAll('\r\n', '\n'),
});

export const actions: Actions = {
  send: async ({ fetch, params, request }) => {
    const form = await request.formData();
    const [text, template] = [textIn(form), typeIn(textOf(form, 'template')) ?? 'band'];
    if (!form.has('confirmed')) return { ...text, asking: true };
    const body = { ...text, template, confirmed: true as const };
    const answer = await ask(fetch, sendMessage, { params, body });
    if (!answer.ok) return fail(answer.trouble.status, { ...text, trouble: answer.trouble });
    redirect(303, mondayPath({ noted: 1 }));
  },

  note: async ({ fetch, params, request }) => {
    const form = await request.formData();
    const template = typeIn(textOf(form, 'template')) ?? null;
    const channel = channels.find((one) => one === form.get('channel')) ?? 'other';
    const answer = await ask(fetch, logContacts, { body: { people: [params], channel, template } });
    if (!answer.ok) return fail(answer.trouble.status, { ...textIn(form), trouble: answer.trouble });
    redirect(303, mondayPath({ noted: 1 }));
  },

  keep: async ({ fetch, request }) => {
    const form = await request.formData();
    const key = typeIn(textOf(form, 'template')) ?? 'band';
    const text = textIn(form);
    const raw = { subject: unfilled(text.subject, form), body: unfilled(text.body, form) };
    const answer = await ask(fetch, keepTemplate, { params: { key }, body: raw });
    if (!answer.ok) return fail(answer.trouble.status, { ...text, trouble: answer.trouble });
    return { ...text, kept: true };
  },

  giveBack: async ({ fetch, request }) => {
    const key = typeIn(textOf(await request.formData(), 'template')) ?? 'band';
    await ask(fetch, keepTemplate, { params: { key }, body: { reset: true } });
  },
};

/** Puts the placeholders back where this learner's names stand, so that the next learner is not called by them. */
function unfilled(text: string, form: FormData): string {
  const greeting = textOf(form, 'greeting');
  const pairs = [
    [textOf(form, 'course'), '{course}'],
    [textOf(form, 'me'), '{me}'],
    [textOf(form, 'name'), '{name}'],
    [greeting, '{name}'],
  ] as const;
  return pairs.reduce((kept, [name, hole]) => (name === '' ? kept : kept.replaceAll(name, hole)), text);
}
