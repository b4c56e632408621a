import * as contract from '@kith/api/contract/exports.ts';
import type { Answer } from '#lib/api/answer.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => ({
  ...(await call(fetch, contract.listExports, {})),
  steward: locals.me?.steward === true,
});

const said = (answer: Answer<unknown>) =>
  answer.ok ? undefined : fail(answer.trouble.status, { trouble: answer.trouble });

export const actions: Actions = {
  ask: async ({ fetch, request }) => {
    const form = await request.formData();
    const body = {
      unitId: Number(textOf(form, 'unitId')),
      contents: contract.ExportContent.options.filter((content) => form.getAll('contents').includes(content)),
      format: contract.ExportFormat.catch('csv').parse(textOf(form, 'format')),
      minLearners: textOf(form, 'minLearners') === '10' ? (10 as const) : (5 as const),
      purpose: textOf(form, 'purpose'),
    };
    return said(await ask(fetch, contract.askExport, { body }));
  },

  decide: async ({ fetch, request }) => {
    const form = await request.formData();
    const params = { exportId: Number(textOf(form, 'exportId')) };
    const word = textOf(form, 'remark');
    const remark = word === '' ? undefined : word;
    const body =
      textOf(form, 'decision') === 'approve'
        ? ({ decision: 'approve', until: textOf(form, 'until'), remark } as const)
        : ({ decision: 'decline', remark } as const);
    return said(await ask(fetch, contract.decideExport, { params, body }));
  },

  end: async ({ fetch, request }) => {
    const params = { exportId: Number(textOf(await request.formData(), 'exportId')) };
    return said(await ask(fetch, contract.endExport, { params }));
  },
};
