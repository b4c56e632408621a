import { getCourseWeek, listWaitingPosts, markStaff } from '@kith/api/contract/course.ts';
import { listLearners } from '@kith/api/contract/learner.ts';
import { listCourseSteps, noteCourseStep } from '@kith/api/contract/course-steps.ts';
import { listWorkingGroups } from '@kith/api/contract/working-groups.ts';
import { listPresence } from '@kith/api/contract/presence.ts';
import { listEffects } from '@kith/api/contract/outcomes.ts';
import { fail } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { caseActions } from '#lib/components/care/case-actions.server.ts';
import type { Did } from '#lib/components/monday/did.ts';
import { weekOf } from '#lib/components/course/week-query.ts';
import { chosenIn } from '#lib/components/presence/chosen.ts';
import { arrange, shows } from '#lib/components/people/arrange.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { courseId } = params;
  const week = weekOf(url);
  const show = shows.find((option) => option === url.searchParams.get('show'));
  const all = url.searchParams.has('all');
  const chosen = chosenIn(url);

  const view = await call(fetch, getCourseWeek, { params: { courseId }, query: { week } });
  if (!view.named || view.week === null)
    return {
      view,
      show,
      week,
      chosen,
      people: null,
      waiting: null,
      effects: null,
      steps: null,
      presence: null,
      groups: null,
    };
  const [learners, waiting, effects, steps, presence, groups] = await Promise.all([
    ask(fetch, listLearners, { params: { courseId }, query: { week } }),
    ask(fetch, listWaitingPosts, { params: { courseId }, query: { week } }),
    ask(fetch, listEffects, { params: { courseId } }),
    ask(fetch, listCourseSteps, { params: { courseId } }),
    ask(fetch, listPresence, { params: { courseId }, query: { week, ...chosen } }),
    ask(fetch, listWorkingGroups, { params: { courseId }, query: { week } }),
  ]);
  // The page shows at most a dozen people in full: the rest goes out as lines.
  const people = learners.ok ? { ...learners, value: arrange(learners.value.learners, show, all) } : learners;
  return { view, show, week, chosen, people, waiting, effects, steps, presence, groups };
};

export const actions: Actions = {
  undo: caseActions.undo,

  noteStep: async ({ fetch, params, request }) => {
    const form = await request.formData();
    const body = {
      step: textOf(form, 'step') as 'own',
      theme: textOf(form, 'theme') as 'VC',
      onDay: textOf(form, 'onDay'),
      remark: textOf(form, 'remark') || null,
    };
    const answer = await ask(fetch, noteCourseStep, { params, body });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    const undo = { courseId: params.courseId, courseStepId: answer.value.stepId };
    return { did: { what: 'tried', names: '', undo } satisfies Did };
  },

  markStaff: async ({ fetch, params, request }) => {
    const personIds = (await request.formData()).getAll('person').map(Number);
    if (personIds.length === 0) return fail(400, { refused: 'none' as const });
    const answer = await ask(fetch, markStaff, { params: { courseId: params.courseId }, body: { personIds } });
    if (!answer.ok) return fail(answer.trouble.status, { refused: answer.trouble.title });
    return { marked: answer.value.marked };
  },
};
