-- Schemas by purpose, so that a right is a grant and not a hidden button.
create schema if not exists ops;
create schema identity;
create schema core;
create schema insight;
create schema care;
create schema stage;

comment on schema identity is 'Names, e-mails and claims: who someone is. Out of reach for research.';
comment on schema core is 'Pseudonymous facts: what happened, by account and course.';
comment on schema insight is 'What is derived: ties, learner-weeks, course-weeks.';
comment on schema care is 'Cases, contacts, notes and outcomes of reaching out.';
comment on schema ops is 'Sources, runs, rejects, grants, sign-in and logs.';
comment on schema stage is 'Rows of loads that are not visible yet, one pair of tables a run.';

revoke all on schema public from public;
grant usage on schema identity, core, insight, ops to kith_etl;
grant usage, create on schema stage to kith_etl;
grant usage on schema identity, core, insight, ops to kith_app;
grant usage on schema core, insight to kith_research;
