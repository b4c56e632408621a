import { administer } from '@kith/sql/databases.ts';

/**
 * Gives back the jobs of workers that are gone: the queue itself waits four hours for somebody who was killed. A worker
 * that is alive has a connection from before it took its job, so what is older than every connection belongs to nobody.
 *
 * @param url of the login kith_jobs
 */
export async function releaseOrphans(url: string): Promise<void> {
  await administer(url, async (client) => {
    await client.query(`
      select jobs.force_unlock_workers(array(
        select distinct locked_by from jobs._private_jobs
        where locked_by is not null and locked_at < all (
          select backend_start from pg_stat_activity 
          where usename = current_user and datname = current_database() and pid <> pg_backend_pid()
        )
      ))`);
  });
}
