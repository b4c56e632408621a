import { sql, type RawBuilder } from 'kysely';

/** Where a post of `core.known_post as <alias>` is found: its own address, else its source's link template. Needs {@link postSource}. */
export const postLink = (alias: string): RawBuilder<string | null> => {
  const post = sql.ref(alias);
  return sql`core.post_link(${post}.url, post_source.settings ->> 'linkTemplate', ${post}.thread_key, ${post}.key)`;
};

/** The join that {@link postLink} reads the template from. */
export const postSource = (alias: string): RawBuilder<unknown> => {
  const post = sql.ref(alias);
  return sql`
    left join ops.source as post_source
      on post_source.institution_id = ${post}.institution_id and post_source.source_id = ${post}.source_id`;
};
