import { listCases } from '@kith/api/contract/cases.ts';
import { getLearner } from '@kith/api/contract/learner.ts';
import { declareFor, DeclarationKind } from '@kith/api/contract/my-data.ts';
import { noteAnswer } from '@kith/api/contract/contacts.ts';
import { listNotes } from '@kith/api/contract/notes.ts';
import { listContacts } from '@kith/api/contract/outcomes.ts';
import { fail } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { caseActions } from '#lib/components/care/case-actions.server.ts';
import { noteActions, openedNote } from '#lib/components/care/note-actions.server.ts';
import type { Did } from '#lib/components/monday/did.ts';
import { weekOf } from '#lib/components/course/week-query.ts';
import { instantOf } from '#lib/components/own/day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const week = weekOf(url);
  const allNotes = url.searchParams.get('notes') === 'all';
  const [view, care, notes, note, contacts] = await Promise.all([
    call(fetch, getLearner, { params, query: { week } }),
    call(fetch, listCases, { params }),
    call(fetch, listNotes, { params, query: allNotes ? { earlier: 'true' } : {} }),
    openedNote(fetch, url),
    call(fetch, listContacts, { params }),
  ]);
  return { week, view, care, notes, note, contacts, allNotes };
};

export const actions: Actions = {
  ...caseActions,
  ...noteActions,
  answered: async ({ fetch, params, request }) => {
    const form = await request.formData();
    const contactId = Number(textOf(form, 'contactId'));
    const answer = await ask(fetch, noteAnswer, { params: { courseId: params.courseId, contactId } });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    return { did: { what: 'answered', names: textOf(form, 'name') } satisfies Did };
  },

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
