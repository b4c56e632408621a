import { getMonday } from '@kith/api/contract/monday.ts';
import { logContacts, moveAlert } from '@kith/api/contract/contacts.ts';
import { fail } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { caseActions } from '#lib/components/care/case-actions.server.ts';
import { channels } from '#lib/components/monday/channels.ts';
import type { Did, UndoStep } from '#lib/components/monday/did.ts';
import { chosenIn } from '#lib/components/monday/filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const chosen = chosenIn(url.searchParams);
  return {
    chosen,
    noted: url.searchParams.has('noted'),
    monday: await call(fetch, getMonday, { query: { ...chosen } }),
  };
};

/** `7:31`: the course and the person of a card. */
const pairOf = (text: string) => {
  const [courseId, personId] = text.split(':').map(Number);
  return { courseId: courseId ?? 0, personId: personId ?? 0 };
};

type Fetch = typeof globalThis.fetch;

async function log(fetch: Fetch, form: FormData) {
  const people = form.getAll('person').map((value) => pairOf(typeof value === 'string' ? value : ''));
  const channel = channels.find((one) => one === form.get('channel')) ?? 'other';
  const remark = textOf(form, 'remark') || null;
  const answer = await ask(fetch, logContacts, { body: { people, channel, remark } });
  if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
  return { people, contacts: answer.value.contacts };
}

async function move(fetch: Fetch, form: FormData, to: 'snoozed' | 'dismissed') {
  const { courseId, personId } = pairOf(textOf(form, 'person'));
  const reason = textOf(form, 'reason');
  const answer = await ask(fetch, moveAlert, {
    params: { courseId, personId, type: textOf(form, 'type') as 'band' },
    body: { to, weeks: Number(textOf(form, 'weeks')) || 1, ...(reason !== '' && { reason }) },
  });
  if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
  const undo: UndoStep = { courseId, stepId: answer.value.stepId };
  return { did: { what: to, names: textOf(form, 'name'), undo } satisfies Did };
}

export const actions: Actions = {
  log: async ({ fetch, request }) => {
    const form = await request.formData();
    const answer = await log(fetch, form);
    if (!('contacts' in answer)) return answer;
    return { did: { what: 'logged', names: textOf(form, 'name'), undo: { contacts: answer.contacts } } satisfies Did };
  },

  bulk: async ({ fetch, request }) => {
    const answer = await log(fetch, await request.formData());
    if (!('contacts' in answer)) return answer;
    const { contacts } = answer;
    return { did: { what: 'logged', names: '', many: contacts.length, undo: { contacts } } satisfies Did };
  },

  snooze: async ({ fetch, request }) => move(fetch, await request.formData(), 'snoozed'),
  dismiss: async ({ fetch, request }) => move(fetch, await request.formData(), 'dismissed'),

  ...caseActions,
};
