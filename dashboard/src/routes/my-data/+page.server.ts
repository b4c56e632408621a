import * as contract from '@kith/api/contract/my-data.ts';
import { fail } from '@sveltejs/kit';
import type { Answer } from '#lib/api/answer.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { offer } from '#lib/components/own/offer-mentoring.server.ts';
import { instantOf } from '#lib/components/own/day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => ({ own: await call(fetch, contract.getMyData, {}) });

const said = (answer: Answer<unknown>) =>
  answer.ok ? undefined : fail(answer.trouble.status, { trouble: answer.trouble });

const numberOf = (form: FormData, name: string) => Number(textOf(form, name));

export const actions: Actions = {
  consent: async ({ fetch, request }) => {
    const form = await request.formData();
    const purpose = contract.Purpose.safeParse(textOf(form, 'purpose'));
    if (!purpose.success) return fail(400);
    const courseId = form.has('courseId') ? numberOf(form, 'courseId') : null;
    const body = { purpose: purpose.data, courseId, granted: textOf(form, 'granted') === 'yes' };
    return said(await ask(fetch, contract.sayConsent, { body }));
  },

  source: async ({ fetch, request }) => {
    const form = await request.formData();
    const params = { sourceId: numberOf(form, 'sourceId') };
    const body = { granted: textOf(form, 'granted') === 'yes' };
    return said(await ask(fetch, contract.withholdSource, { params, body }));
  },

  declare: async ({ fetch, request }) => {
    const form = await request.formData();
    const kind = contract.DeclarationKind.safeParse(textOf(form, 'kind'));
    const from = instantOf(textOf(form, 'from'));
    if (!kind.success || from === null) return fail(400);
    const body = { courseId: numberOf(form, 'courseId'), kind: kind.data, from, to: instantOf(textOf(form, 'to')) };
    return said(await ask(fetch, contract.declareOwn, { body }));
  },

  endDeclaration: async ({ fetch, request }) => {
    const form = await request.formData();
    const params = { courseId: numberOf(form, 'courseId'), declarationId: numberOf(form, 'declarationId') };
    return said(await ask(fetch, contract.endDeclaration, { params }));
  },

  mentor: offer,

  apart: async ({ fetch, request }) => {
    const body = { name: textOf(await request.formData(), 'name') };
    return said(await ask(fetch, contract.keepApart, { body }));
  },

  apartEnd: async ({ fetch, request }) => {
    const params = { personId: numberOf(await request.formData(), 'personId') };
    return said(await ask(fetch, contract.keepApartNoMore, { params }));
  },

  handle: async ({ fetch, request }) => {
    const form = await request.formData();
    const body = { place: textOf(form, 'place'), handle: textOf(form, 'handle') };
    return said(await ask(fetch, contract.addHandle, { body }));
  },

  ask: async ({ fetch, request }) => {
    const form = await request.formData();
    const kind = contract.RequestKind.safeParse(textOf(form, 'kind'));
    if (!kind.success) return fail(400);
    const body = { kind: kind.data, about: textOf(form, 'about') || null, wish: textOf(form, 'wish') };
    return said(await ask(fetch, contract.askAboutMyData, { body }));
  },
};
