-- Numbers of exports begin at 1 in every database, and several may share Kith's folder: the demo's, one that was restored.
alter table ops.export
add column folder uuid;

comment on column ops.export.folder is 'Name of its folder below exports/ in Kith''s own; no other export has it, of this database or another.';

update ops.export
set
  folder = md5(institution_id || ' ' || export_id || ' ' || asked_at)::uuid;

alter table ops.export
alter column folder
set default gen_random_uuid();
