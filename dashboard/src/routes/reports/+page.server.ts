import {
  addReportSchedule,
  listReportSchedules,
  ScheduledKind,
  steerReportSchedule,
} from '@kith/api/contract/report-schedules.ts';
import type { BodyOf } from '@kith/api/contract/endpoint.ts';
import * as contract from '@kith/api/contract/reports.ts';
import type { Answer } from '#lib/api/answer.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const courseId = Number(url.searchParams.get('course')) || undefined;
  const schedules = await ask(fetch, listReportSchedules, {});
  return {
    // Only stewards have them.
    schedules: schedules.ok ? schedules.value : null,
    ...(await call(fetch, contract.listReports, { query: { courseId } })),
    unitId: Number(url.searchParams.get('unit') ?? -1),
    kind: contract.ReportKind.catch('cohort').parse(url.searchParams.get('kind')),
  };
};

const said = (answer: Answer<unknown>) =>
  answer.ok ? undefined : fail(answer.trouble.status, { trouble: answer.trouble });

export const actions: Actions = {
  schedule: async ({ fetch, request }) => {
    const form = await request.formData();
    const kind = ScheduledKind.catch('cohort').parse(textOf(form, 'kind'));
    const body = {
      name: textOf(form, 'name').trim(),
      kind,
      format: formatOf(kind, textOf(form, 'format')),
      unitId: Number(textOf(form, 'unitId')),
      exportId: kind === 'export' ? Number(textOf(form, 'exportId')) || undefined : undefined,
      everyDays: Number(textOf(form, 'everyDays')),
      least: textOf(form, 'least') === '10' ? (10 as const) : (5 as const),
    };
    return said(await ask(fetch, addReportSchedule, { body }));
  },

  steer: async ({ fetch, request }) => {
    const form = await request.formData();
    const body = steerReportSchedule.body.safeParse({ name: form.get('name'), deed: form.get('deed') });
    if (!body.success) return fail(400);
    return said(await ask(fetch, steerReportSchedule, { body: body.data }));
  },

  ask: async ({ fetch, request }) => {
    const form = await request.formData();
    const kind = contract.ReportKind.catch('cohort').parse(textOf(form, 'kind'));
    const printed = kind === 'cohort' || kind === 'evaluation';
    const courseId = kind === 'cohort' ? Number(textOf(form, 'courseId')) || undefined : undefined;
    const [from, to] = spanOf(form);
    const body = {
      kind,
      format: printed
        ? ('print' as const)
        : contract.ReportFormat.exclude(['print']).catch('csv').parse(textOf(form, 'format')),
      unitId: Number(textOf(form, courseId === undefined ? 'unitId' : 'courseUnitId')),
      courseId,
      from: from === '' ? undefined : from,
      to: to === '' ? undefined : to,
      least: textOf(form, 'least') === '10' ? (10 as const) : (5 as const),
    };
    return said(await ask(fetch, contract.askReport, { body }));
  },
};

/** Reports are printed; a table has a format, and an export has its own. */
function formatOf(kind: BodyOf<typeof addReportSchedule>['kind'], asked: string) {
  if (kind === 'export') return 'approved' as const;
  if (kind === 'cohort' || kind === 'evaluation') return 'print' as const;
  return contract.ReportFormat.exclude(['print']).catch('csv').parse(asked);
}

/** A term's days as one value, or what stands in the two fields. */
function spanOf(form: FormData): readonly [from: string, to: string] {
  const span = textOf(form, 'span');
  if (span === 'between') return [textOf(form, 'from'), textOf(form, 'to')];
  const [from = '', to = ''] = span.split(' ');
  return [from, to];
}
