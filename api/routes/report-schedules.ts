import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { addReportSchedule, listReportSchedules, steerReportSchedule } from '../contract/report-schedules.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import * as schedules from '../queries/report-schedules.ts';
import { schemaOf } from './schema-of.ts';

/** What comes out by itself into the outbox: for stewards, as at the command line it is for whoever runs Kith. */
export const reportScheduleRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onRequest', stewardsOnly);

  app.get(listReportSchedules.url, { schema: schemaOf(listReportSchedules) }, (request) =>
    request.read(schedules.reportSchedules),
  );

  app.post(addReportSchedule.url, { schema: schemaOf(addReportSchedule) }, async (request) => {
    const said = await request.write((db) => schedules.addReportSchedule(db, request.body));
    if (said === 'taken') throw taken(request.body.name);
    if (said !== 'done') throw notFound(said === 'no such part' ? 'part' : 'export');
    return { done: true as const };
  });

  app.post(steerReportSchedule.url, { schema: schemaOf(steerReportSchedule) }, async (request) => {
    if (!(await request.write((db) => schedules.steerReportSchedule(db, request.body)))) throw notFound('schedule');
    return { done: true as const };
  });
};

const taken = (name: string): ProblemError =>
  new ProblemError(
    409,
    'There already',
    `Something comes out under the name “${name}” already.`,
    'Choose another name, or remove what is there.',
  );
