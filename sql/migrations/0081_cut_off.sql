-- Loads whose process is gone say so, until the same command goes on with them or their rows are dropped.
alter table ops.run add column cut_off_at timestamptz;

comment on column ops.run.cut_off_at is 'When somebody found that the process of a load that is still "loading" is gone; null: it is not.';
create index run_loading on ops.run (institution_id, run_id) where state = 'loading';
