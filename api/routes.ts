import type { FastifyInstance } from 'fastify';
import type { Mailer } from './mail/mailer.ts';
import { accessLogRoutes } from './routes/access-log.ts';
import { caseRoutes } from './routes/cases.ts';
import { cohortRoutes } from './routes/cohorts.ts';
import { contactRoutes } from './routes/contacts.ts';
import { courseStepRoutes } from './routes/course-steps.ts';
import { courseRoutes } from './routes/courses.ts';
import { dataRoutes } from './routes/data.ts';
import { digestRoutes } from './routes/digest.ts';
import { evaluationRoutes } from './routes/evaluation.ts';
import { backtestRoutes } from './routes/backtests.ts';
import { exportRoutes } from './routes/exports.ts';
import { grantRoutes } from './routes/grants.ts';
import { learnerRoutes } from './routes/learners.ts';
import { manageProviderRoutes } from './routes/manage-providers.ts';
import { matchRoutes } from './routes/matches.ts';
import { groupRoutes } from './routes/groups.ts';
import { mentorRoutes } from './routes/mentors.ts';
import { mondayRoutes } from './routes/monday.ts';
import { myDataRoutes } from './routes/my-data.ts';
import { noteRoutes } from './routes/notes.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { outcomeRoutes } from './routes/outcomes.ts';
import { passwordRoutes } from './routes/password.ts';
import { presenceRoutes } from './routes/presence.ts';
import { programmeRoutes } from './routes/programmes.ts';
import { providerRoutes } from './routes/providers.ts';
import { reportScheduleRoutes } from './routes/report-schedules.ts';
import { reportRoutes } from './routes/reports.ts';
import { pulseRoutes } from './routes/pulse.ts';
import { rightsRoutes } from './routes/rights.ts';
import { scheduleRoutes } from './routes/schedules.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingsRoutes } from './routes/settings.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { writingRoutes } from './routes/writing.ts';
import type { Spool } from './uploads/spool.ts';

interface Means {
  readonly mailer?: Mailer | undefined;
  readonly spool?: Spool | undefined;
  readonly inbox?: string | undefined;
  /** Folder of the exports that the worker made; without it none can be fetched. */
  readonly exports?: string | undefined;
  /** Folder of the reports that the worker made; without it none can be fetched. */
  readonly reports?: string | undefined;
}

/** Every route of /api/v1, a folder of the API a line; the order does not matter. */
export async function routes(api: FastifyInstance, { mailer, spool, inbox, exports, reports }: Means): Promise<void> {
  await api.register(accessLogRoutes);
  await api.register(caseRoutes);
  await api.register(cohortRoutes);
  await api.register(contactRoutes);
  await api.register(courseRoutes);
  await api.register(courseStepRoutes);
  await api.register(dataRoutes);
  await api.register(digestRoutes, { mail: mailer !== undefined });
  await api.register(evaluationRoutes);
  await api.register(backtestRoutes);
  await api.register(exportRoutes, { folder: exports });
  await api.register(grantRoutes);
  await api.register(learnerRoutes);
  await api.register(manageProviderRoutes);
  await api.register(matchRoutes);
  await api.register(mentorRoutes);
  await api.register(groupRoutes);
  await api.register(mondayRoutes);
  await api.register(myDataRoutes);
  await api.register(noteRoutes);
  await api.register(openapiRoutes);
  await api.register(outcomeRoutes);
  await api.register(passwordRoutes);
  await api.register(presenceRoutes);
  await api.register(programmeRoutes);
  await api.register(providerRoutes);
  await api.register(reportScheduleRoutes);
  await api.register(reportRoutes, { folder: reports });
  await api.register(pulseRoutes, { mail: mailer !== undefined });
  await api.register(rightsRoutes);
  await api.register(scheduleRoutes, { inbox });
  await api.register(sessionRoutes);
  await api.register(settingsRoutes);
  await api.register(tokenRoutes);
  await api.register(uploadRoutes, { spool });
  await api.register(writingRoutes, { mailer });
}
