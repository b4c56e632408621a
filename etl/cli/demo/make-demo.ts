import { availableParallelism } from 'node:os';
import path from 'node:path';
import { readEnvironment } from '@kith/sql/environment.ts';

import { compute } from '../../compute/compute.ts';
import { byHand } from '../../identity/people.ts';
import { ensureSource } from '../../load/source.ts';
import { changeSource } from '../../organisation/sources.ts';
import { makeInstitution } from '../../organisation/institutions.ts';
import { institution as northlea } from '../../simulate/catalogue.ts';
import { simulate } from '../../simulate/simulate.ts';
import type { CommandContext } from '../command.ts';
import { scenarioFor } from '../simulate.ts';
import { Failure } from '../trouble.ts';
import { plantCare } from './care.ts';
import { busiestTeacher } from './guests.ts';
import { loadPlan } from './load-plan.ts';
import { markDemo, type DemoMark } from './mark.ts';
import { stepsOf } from './steps.ts';

/**
 * Makes a university of files in Kith's folder, loads them as `kith ingest` does, and computes. The database is empty
 * before; it counts as whole once it is marked, at the end.
 */
export async function makeDemo(context: CommandContext, mark: DemoMark, now: Date): Promise<void> {
  const step = stepsOf(context);
  const folder = path.join(readEnvironment().dir, 'demo');
  const { seed, students, courses, weeks } = mark;
  const scenario = await scenarioFor('demo', { seed, students, courses, weeks });
  const { plan, ...summary } = await step('Files written', (line) =>
    simulate({ out: folder, scenario, now, onProgress: (share) => line.update(share, 1) }),
  );
  const db = await step('Database ready', () => context.db());
  const { id: key, title } = northlea;
  const { institutionId } = await makeInstitution(db, { key, title, timezone: plan.timezone });
  await ensureSource(db, institutionId, byHand);
  const { signal } = context;
  const rows = await step('Files loaded', (line) =>
    loadPlan(db, { institutionId, folder, plan, signal, onLoad: (at, total, what) => line.update(at, total, what) }),
  );
  // What a real source says of its posts' addresses; "open in the LMS" shows, and leads nowhere.
  await changeSource(db, institutionId, 'moodle', {
    settings: { linkTemplate: `https://moodle.${northlea.domain}/mod/forum/discuss.php?d={threadKey}#p{key}` },
  });
  const computed = await step('Weeks computed', (line) =>
    compute(db, institutionId, {
      now,
      processes: availableParallelism(),
      onCourse: (done, total) => line.update(done, total),
    }),
  );
  const teacher = await busiestTeacher(db, institutionId);
  if (teacher) await plantCare(db, institutionId, teacher.personId);
  const [failed] = computed.failed;
  if (failed) throw new Failure(`A course could not be computed: ${failed.message}`, 'kith demo --reset begins anew.');
  await markDemo(db, institutionId, mark);
  context.out.say(
    `${summary.learners} learners in ${summary.courses} courses, ${rows.toLocaleString('en')} rows, ${computed.weeks} course-weeks.`,
  );
}
