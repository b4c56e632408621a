-- What a learner or a teacher said in Kith has no source; everything else has the one it came from.
create or replace function core.own_facts () returns table (
  kind text,
  course_id bigint,
  course text,
  source_id bigint,
  source text,
  run_id bigint,
  loaded_at timestamptz,
  facts integer,
  first_at timestamptz,
  last_at timestamptz
) language sql stable security definer
set
  search_path = pg_catalog
begin
  atomic
  select
    own.kind,
    own.course_id,
    case
      when place.kind <> 'unassigned' then place.title
    end,
    source.source_id,
    source.name,
    nullif(max(own.run_id), 0),
    max(run.visible_at),
    count(*)::integer,
    min(own.at),
    max(own.at)
  from
    ops.me () as me
    cross join core.own_rows () as own
    left join core.course as place on place.institution_id = me.institution_id
    and place.course_id = own.course_id
    left join ops.source as source on source.institution_id = me.institution_id
    and source.source_id = own.source_id
    and (
      own.run_id <> 0
      or own.kind not in ('consent', 'declaration')
    )
    left join ops.run as run on run.institution_id = me.institution_id
    and run.run_id = own.run_id
  group by
    own.kind,
    own.course_id,
    place.kind,
    place.title,
    source.source_id,
    source.name
  order by
    place.title nulls first,
    own.kind,
    source.name;
end;
