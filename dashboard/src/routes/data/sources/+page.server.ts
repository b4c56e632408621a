import { addSchedule, listSchedules, steerSchedule } from '@kith/api/contract/schedules.ts';
import { fail } from '@sveltejs/kit';
import type { Answer } from '#lib/api/answer.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => ({ page: await call(fetch, listSchedules, {}) });

const said = (answer: Answer<unknown>) =>
  answer.ok ? { done: true } : fail(answer.trouble.status, { trouble: answer.trouble });

/** `15`, `60` …, `daily` with a time, or `told`. */
function whenIn(form: FormData) {
  const when = textOf(form, 'when');
  if (when === 'daily') return { everyMinutes: null, dailyAt: textOf(form, 'at') || '06:00' };
  return { everyMinutes: when === 'told' ? null : Number(when), dailyAt: null };
}

/** Null: as each file tells. */
function dateOrderIn(form: FormData) {
  const said = textOf(form, 'dateOrder');
  return (['dmy', 'mdy', 'ymd', 'ydm'] as const).find((order) => order === said) ?? null;
}

export const actions: Actions = {
  folder: async ({ fetch, request }) => {
    const form = await request.formData();
    const courseId = textOf(form, 'courseId');
    const body = {
      kind: 'folder' as const,
      source: textOf(form, 'source'),
      folder: textOf(form, 'folder'),
      connector: textOf(form, 'connector') || null,
      courseId: courseId === '' ? null : Number(courseId),
      dateOrder: dateOrderIn(form),
      when: whenIn(form),
    };
    return said(await ask(fetch, addSchedule, { body }));
  },

  pull: async ({ fetch, request }) => {
    const form = await request.formData();
    const body = {
      kind: 'pull' as const,
      source: textOf(form, 'source'),
      url: textOf(form, 'url'),
      user: textOf(form, 'user') || null,
      secret: textOf(form, 'secret') || null,
      when: whenIn(form),
    };
    return said(await ask(fetch, addSchedule, { body }));
  },

  steer: async ({ fetch, request }) => {
    const form = await request.formData();
    const body = steerSchedule.body.safeParse({ deed: form.get('deed') });
    if (!body.success) return fail(400);
    const params = { sourceId: Number(textOf(form, 'sourceId')) };
    return said(await ask(fetch, steerSchedule, { params, body: body.data }));
  },

  dates: async ({ fetch, request }) => {
    const form = await request.formData();
    const params = { sourceId: Number(textOf(form, 'sourceId')) };
    return said(await ask(fetch, steerSchedule, { params, body: { deed: 'dates', dateOrder: dateOrderIn(form) } }));
  },

  set: async ({ fetch, request }) => {
    const form = await request.formData();
    const params = { sourceId: Number(textOf(form, 'sourceId')) };
    return said(await ask(fetch, steerSchedule, { params, body: { deed: 'set', when: whenIn(form) } }));
  },
};
