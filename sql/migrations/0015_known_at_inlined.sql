-- A function with settings of its own is called for every row; without them the planner writes its body into the query,
-- and reading a course's activity takes half the time. Its names were bound when it was made: no search path can turn it.
create or replace function core.known_at () returns timestamptz language sql stable
return coalesce(nullif(current_setting('kith.known_at', true), '')::timestamptz, 'infinity'::timestamptz);
