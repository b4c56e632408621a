import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ReportedPost } from '../../contract/monday.ts';
import { postLink, postSource } from '../post-link.ts';
import { select } from '../select.ts';

type Reported = Omit<z.output<typeof ReportedPost>, 'course'>;

/** Posts somebody reported in four weeks and that still stand, most reports first. Who wrote or reported is not said. */
export async function reportedPosts(db: ReadDb, courseIds: readonly number[]): Promise<Reported[]> {
  const rows = await select<Omit<Reported, 'lastAt'> & { lastAt: Date }>(
    db,
    sql`
      select
        post.course_id, post.post_id, post.title, ${postLink('post')} as url,
        sum(coalesce(flag.count, 1))::int as reports, max(coalesce(flag.occurred_at, flag.ingested_at)) as last_at
      from core.reaction as flag
      join core.known_post as post
        on post.institution_id = flag.institution_id and post.course_id = flag.course_id
        and post.source_id = flag.source_id and post.key = flag.post_key
      ${postSource('post')}
      where flag.course_id = any (${[...courseIds]}) and flag.superseded_at is null and flag.kind = 'flag'
        and post.deleted_at is null and coalesce(flag.occurred_at, flag.ingested_at) > now() - interval '28 days'
      group by post.institution_id, post.course_id, post.post_id, post.title, post.url, post.thread_key, post.key, post_source.settings
      order by reports desc, last_at, post.post_id
      limit 20`,
  );
  return rows.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() }));
}
