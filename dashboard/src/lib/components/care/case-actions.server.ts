import { closeCase, handOverCase, openCase, planCase, reopenCase, seeCaseMessage } from '@kith/api/contract/cases.ts';
import { undoAlertStep, withdrawContacts } from '@kith/api/contract/contacts.ts';
import { withdrawCourseStep } from '@kith/api/contract/course-steps.ts';
import { fail } from '@sveltejs/kit';
import { ask, type Fetch } from '#lib/api/call.server.ts';
import type { Answer } from '#lib/api/answer.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Did, UndoStep } from '#lib/components/monday/did.ts';
import { closeReasons } from './close-reasons.ts';
import { takenBack } from './taken-back.ts';

interface Event {
  readonly fetch: Fetch;
  readonly request: Request;
}

const number = (form: FormData, name: string) => Number(textOf(form, name)) || 0;
const caseIn = (form: FormData) => ({ courseId: number(form, 'courseId'), caseId: number(form, 'caseId') });

function said(answer: Answer<object>, did: Did) {
  return answer.ok ? { did } : fail(answer.trouble.status, { trouble: answer.trouble });
}

/** Forms about cases, wherever a case stands: on Monday, on a learner's page, in the list of student support. */
export const caseActions = {
  openCase: async ({ fetch, request }: Event) => {
    const form = await request.formData();
    const courseId = number(form, 'courseId');
    const handOver = form.get('whose') === 'support';
    const body = { concern: textOf(form, 'concern'), dueOn: textOf(form, 'dueOn') || null, handOver };
    const answer = await ask(fetch, openCase, { params: { courseId, personId: number(form, 'personId') }, body });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    const undo: UndoStep = { courseId, caseId: answer.value.caseId, way: 'withdraw' };
    return { did: { what: handOver ? 'handedOver' : 'opened', names: textOf(form, 'name'), undo } satisfies Did };
  },

  planCase: async ({ fetch, request }: Event) => {
    const form = await request.formData();
    const take = form.has('take');
    const dueOn = textOf(form, 'dueOn') || null;
    const answer = await ask(fetch, planCase, { params: caseIn(form), body: take ? { take } : { dueOn } });
    return said(answer, { what: take ? 'taken' : 'planned', names: textOf(form, 'name') });
  },

  handOverCase: async ({ fetch, request }: Event) => {
    const form = await request.formData();
    const answer = await ask(fetch, handOverCase, { params: caseIn(form) });
    return said(answer, { what: 'handedOver', names: textOf(form, 'name') });
  },

  closeCase: async ({ fetch, request }: Event) => {
    const form = await request.formData();
    const reason = closeReasons.find((one) => one === form.get('reason'));
    const body = { reason: reason as 'reached', message: textOf(form, 'message') };
    const answer = await ask(fetch, closeCase, { params: caseIn(form), body });
    const undo: UndoStep = { ...caseIn(form), way: 'reopen' };
    return said(answer, { what: 'closed', names: textOf(form, 'name'), undo });
  },

  seeMessage: async ({ fetch, request }: Event) => {
    const answer = await ask(fetch, seeCaseMessage, { params: caseIn(await request.formData()) });
    return answer.ok ? {} : fail(answer.trouble.status, { trouble: answer.trouble });
  },

  undo: async ({ fetch, request }: Event) => {
    const step = JSON.parse(textOf(await request.formData(), 'undo')) as UndoStep;
    return said(await takeBack(fetch, step), { what: 'undone', names: '' });
  },
};

function takeBack(fetch: Fetch, step: UndoStep): Promise<Answer<object>> {
  if ('contacts' in step) return ask(fetch, withdrawContacts, { body: { contacts: [...step.contacts] } });
  if ('courseStepId' in step) {
    const params = { courseId: step.courseId, stepId: step.courseStepId };
    return ask(fetch, withdrawCourseStep, { params });
  }
  if ('stepId' in step) return ask(fetch, undoAlertStep, { params: step });
  if (step.way === 'reopen') return ask(fetch, reopenCase, { params: step });
  return ask(fetch, closeCase, { params: step, body: { reason: 'mistaken', message: takenBack } });
}
