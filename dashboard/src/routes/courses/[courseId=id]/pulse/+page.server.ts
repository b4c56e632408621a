import { getCourseWeek } from '@kith/api/contract/course.ts';
import { getCoursePulse, openPulse } from '@kith/api/contract/pulse.ts';
import { fail } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { invitationsPath } from '#lib/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const [{ course }, pulse] = await Promise.all([
    call(fetch, getCourseWeek, { params }),
    call(fetch, getCoursePulse, { params }),
  ]);
  return { course, pulse, address: url.origin + invitationsPath() };
};

export const actions: Actions = {
  open: async ({ fetch, params, request }) => {
    const form = await request.formData();
    const body = { days: Number(textOf(form, 'days')), byMail: form.has('byMail') };
    const answer = await ask(fetch, openPulse, { params, body });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    return { opened: true };
  },
};
