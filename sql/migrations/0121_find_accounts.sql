-- A steward finds accounts by a word, to say that two are one person: whom only a handle names, nothing suggests.
create function ops.find_accounts (word text, most integer) returns jsonb language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  wanted text := '%' || regexp_replace(lower(btrim(word)), '([\\%_])', '\\\1', 'g') || '%';
  found jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object(
      'accountId', a.account_id, 'personId', a.person_id, 'source', a.source, 'key', a.key, 'name', a.display_name,
      'inRoster', a.in_roster, 'handle', a.handle
    ) order by a.display_name, a.account_id), '[]')
  into found
  from (
    select a.account_id, a.person_id, s.name as source, k.key, k.display_name, a.in_roster,
      exists (
        select from identity.claim as h
        where h.institution_id = a.institution_id and h.account_id = a.account_id and h.scheme = 'handle'
      ) as handle
    from core.account as a
      join identity.account as k on k.institution_id = a.institution_id and k.account_id = a.account_id
      join ops.source as s on s.institution_id = a.institution_id and s.source_id = a.source_id
    where a.institution_id = institution and length(btrim(word)) > 1
      and (
        lower(k.key) like wanted or lower(k.display_name) like wanted
        or exists (
          select from identity.claim as c
          where c.institution_id = a.institution_id and c.account_id = a.account_id and lower(c.value) like wanted
        )
      )
    order by k.display_name, a.account_id
    limit most
  ) as a;
  perform ops.note(
    institution, 'find_accounts', null,
    array(select distinct (one #>> '{}')::bigint from jsonb_path_query(found, '$.**.personId') as one), 'steward');
  return found;
end
$$;

comment on function ops.find_accounts (text, integer) is 'Accounts that carry a word in their name, key or signs. For stewards; the look is logged with everybody it showed.';
revoke all on function ops.find_accounts (text, integer) from public;
grant execute on function ops.find_accounts (text, integer) to kith_app;
