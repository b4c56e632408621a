import { getCourseWeek } from '@kith/api/contract/course.ts';
import { decideMentor, listMentors, proposeMentors } from '@kith/api/contract/mentors.ts';
import { fail } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) => {
  const [{ course }, mentors] = await Promise.all([
    call(fetch, getCourseWeek, { params }),
    call(fetch, listMentors, { params }),
  ]);
  return { course, mentors };
};

const ways = ['confirmed', 'declined', 'ended'] as const;

export const actions: Actions = {
  propose: async ({ fetch, params, request }) => {
    const personIds = (await request.formData()).getAll('person').map(Number);
    if (personIds.length === 0) return fail(400, { nobody: true });
    const answer = await ask(fetch, proposeMentors, { params, body: { personIds } });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    return { proposed: answer.value };
  },

  decide: async ({ fetch, params, request }) => {
    const form = await request.formData();
    const to = ways.find((way) => way === form.get('to')) ?? 'declined';
    const matchId = Number(textOf(form, 'matchId'));
    const answer = await ask(fetch, decideMentor, { params: { courseId: params.courseId, matchId }, body: { to } });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    return { decided: to };
  },
};
