import { administer } from '@kith/sql/databases.ts';
import { Logger, runMigrations } from 'graphile-worker';

/** Where the queue lives: made by the migrations, filled by {@link makeQueue}. */
export const queueSchema = 'jobs';

/** Any number; two workers that start at once make the queue one after the other. */
const makingQueue = 7_151_408;

/** graphile-worker speaks of every job; only its troubles are worth a line. */
export const loggerTelling = (tell: (text: string) => void): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') tell(message);
  });

/**
 * Makes the tables of the queue, or brings them up to date, and the function by which the other logins enqueue. Nobody
 * but kith_jobs may do it.
 *
 * @param url of the login kith_jobs
 */
export async function makeQueue(url: string): Promise<void> {
  await administer(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [makingQueue]);
    // As graphile-worker makes it; where it is, the schema is not made again, which would take a right on the database.
    await client.query(`
      create table if not exists jobs.migrations (
        id int constraint migrations_pkey primary key, ts timestamptz default now() not null, breaking boolean not null default false
      )`);
    await runMigrations({ connectionString: url, schema: queueSchema, logger: loggerTelling(() => undefined) });
    await client.query(`
      create or replace function jobs.enqueue (task text, payload json, key text) returns void
      language sql security definer set search_path = pg_catalog
      as 'select from jobs.add_job(task, payload, job_key => key, max_attempts => 5)'`);
    // What a job stumbled over may quote a row, and so a name.
    await client.query(`
      create or replace function jobs.forget_errors () returns void
      language sql security definer set search_path = pg_catalog
      as 'update jobs._private_jobs set last_error = null where last_error is not null'`);
    await client.query('revoke all on function jobs.forget_errors () from public');
    await client.query('grant execute on function jobs.forget_errors () to kith_etl');
    await client.query('revoke all on function jobs.enqueue (text, json, text) from public');
    await client.query('grant execute on function jobs.enqueue (text, json, text) to kith_etl, kith_app');
  });
}
