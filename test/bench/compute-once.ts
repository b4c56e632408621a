import { compute } from '@kith/etl/compute/compute.ts';
import { connect } from '@kith/sql/connect.ts';

import { now } from './computing.ts';

/**
 * Computes some courses in a process of its own, so that its memory is its own too. The environment says which:
 * BENCH_URL, BENCH_INSTITUTION, BENCH_COURSES. Prints the most memory it ever held, in MB (2^20 bytes).
 */
const { BENCH_URL: url, BENCH_INSTITUTION: institution, BENCH_COURSES: courses } = process.env;
if (url === undefined || institution === undefined || courses === undefined)
  throw new Error('Started by npm run bench.');

const db = connect(url, { max: 2, name: 'kith bench', prepared: true });
const courseIds = courses.split(',').map(Number);
const { failed } = await compute(db, Number(institution), { courseIds, all: true, now });
await db.destroy();
if (failed.length > 0) throw new Error(failed[0]!.message);
process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
