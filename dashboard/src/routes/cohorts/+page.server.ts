import { endCohort, listCohorts, saveCohort } from '@kith/api/contract/cohorts.ts';
import { fail } from '@sveltejs/kit';
import type { Answer } from '#lib/api/answer.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => ({
  page: await call(fetch, listCohorts, {}),
  number: url.searchParams.get('number'),
});

const saved = (answer: Answer<unknown>) =>
  answer.ok ? { saved: true } : fail(answer.trouble.status, { trouble: answer.trouble });

const numberOf = (form: FormData, name: string): number | undefined => Number(textOf(form, name)) || undefined;

export const actions: Actions = {
  rule: async ({ fetch, request }) => {
    const form = await request.formData();
    const rule = {
      termId: numberOf(form, 'termId'),
      unitId: numberOf(form, 'unitId'),
      courseId: numberOf(form, 'courseId'),
      startWeek: textOf(form, 'startWeek') || undefined,
      group: textOf(form, 'group') || undefined,
    };
    return saved(await ask(fetch, saveCohort, { body: { title: textOf(form, 'title'), rule } }));
  },

  list: async ({ fetch, request }) => {
    const form = await request.formData();
    const list = textOf(form, 'list')
      .split(/[\s,;]+/)
      .filter((word) => word !== '');
    return saved(await ask(fetch, saveCohort, { body: { title: textOf(form, 'title'), list } }));
  },

  end: async ({ fetch, request }) => {
    const cohortId = Number(textOf(await request.formData(), 'cohortId'));
    const answer = await ask(fetch, endCohort, { params: { cohortId } });
    return answer.ok ? undefined : fail(answer.trouble.status, { trouble: answer.trouble });
  },
};
