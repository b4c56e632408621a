import { getCourseWeek, listWaitingPosts, markStaff } from '@kith/api/contract/course.ts';
import { listLearners } from '@kith/api/contract/learner.ts';
import { fail } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import { weekOf } from '#lib/components/course/week-query.ts';
import { arrange, shows } from '#lib/components/people/arrange.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { courseId } = params;
  const week = weekOf(url);
  const show = shows.find((option) => option === url.searchParams.get('show'));
  const all = url.searchParams.has('all');

  const view = await call(fetch, getCourseWeek, { params: { courseId }, query: { week } });
  if (!view.named || view.week === null) return { view, show, week, people: null, waiting: null };
  const [learners, waiting] = await Promise.all([
    ask(fetch, listLearners, { params: { courseId }, query: { week } }),
    ask(fetch, listWaitingPosts, { params: { courseId }, query: { week } }),
  ]);
  // The page shows at most a dozen people in full: the rest goes out as lines.
  const people = learners.ok ? { ...learners, value: arrange(learners.value.learners, show, all) } : learners;
  return { view, show, week, people, waiting };
};

export const actions: Actions = {
  markStaff: async ({ fetch, params, request }) => {
    const personIds = (await request.formData()).getAll('person').map(Number);
    if (personIds.length === 0) return fail(400, { refused: 'none' as const });
    const answer = await ask(fetch, markStaff, { params: { courseId: params.courseId }, body: { personIds } });
    if (!answer.ok) return fail(answer.trouble.status, { refused: answer.trouble.title });
    return { marked: answer.value.marked };
  },
};
