import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';

import { carryOutReports } from '../reports/carry-out.ts';
import type { ReportMeans } from '../reports/means.ts';

const Payload = z.object({ institutionId: z.int() });

/** Reports that were asked for or are due. What is to be done stands in tables: a job is only the word. */
export const reportsOn = (db: Db, means: ReportMeans): TaskList => ({
  reports: async (payload) => carryOutReports(db, Payload.parse(payload).institutionId, means),

  /** The same for all, in case a word was lost, or a time or an end has come. */
  sweep_reports: async () => {
    for (const { institutionId } of await db.selectFrom('core.institution').select('institutionId').execute()) {
      await carryOutReports(db, institutionId, means);
    }
  },
});
