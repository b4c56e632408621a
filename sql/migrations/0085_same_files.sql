-- The same files again: what a load must know of an earlier one to say that nothing has changed.
alter table ops.run add column ground text, add column named_course_ids bigint[];

comment on column ops.run.ground is 'Keyed digest of the settings of the source that the load stands on. Null: since then another load, retention or an erasure changed what is known of the source, and the same files are read again.';
comment on column ops.run.named_course_ids is 'Courses the load names, changed or not; null: it is not visible yet, or of an older Kith.';
