-- Who is one person across sources: what stewards said, what waits for them, and how to take it back.
create table identity.match_change (
  institution_id bigint not null,
  change_id bigint generated always as identity,
  kind text not null,
  state text not null,
  account_id bigint,
  account_ids bigint[] not null,
  sign uuid,
  undoes bigint,
  own_word boolean not null,
  why text,
  decided_by bigint,
  run_id bigint,
  message text,
  asked_at timestamptz not null,
  done_at timestamptz,
  constraint match_change_pkey primary key (institution_id, change_id),
  constraint match_change_kind_check check (kind in ('join', 'split', 'part', 'ignore', 'undo', 'load')),
  constraint match_change_state_check check (state in ('asked', 'done', 'refused'))
);

comment on table identity.match_change is 'The log of merges and splits: who, when, why. A steward''s word waits here until it is carried out.';
comment on column identity.match_change.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.match_change.change_id is 'Id.';
comment on column identity.match_change.kind is 'join, split, part (these are two people), ignore (this sign joins nobody), undo, or load: equal signs in a load.';
comment on column identity.match_change.state is 'asked, done or refused.';
comment on column identity.match_change.account_id is 'First of the accounts it is about; null: about no single one.';
comment on column identity.match_change.account_ids is 'Accounts it is about: of a join or parting the two; of a split those that leave.';
comment on column identity.match_change.sign is 'Keyed digest of the sign that is to join nobody.';
comment on column identity.match_change.undoes is 'Change that is taken back.';
comment on column identity.match_change.own_word is 'The learner said so: only then does a handle join.';
comment on column identity.match_change.why is 'Reason, in the words of who decided.';
comment on column identity.match_change.decided_by is 'Who; null: a load, or the command line.';
comment on column identity.match_change.run_id is 'Load whose signs did it.';
comment on column identity.match_change.message is 'Why it was refused.';
comment on column identity.match_change.asked_at is 'When it was said.';
comment on column identity.match_change.done_at is 'When it was carried out or refused.';
create index match_change_asked on identity.match_change (institution_id, change_id) where state = 'asked';

alter table identity.match_change enable row level security;
alter table identity.match_change force row level security;
create policy match_change_etl on identity.match_change to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.match_change to kith_etl;

create table identity.match_move (
  institution_id bigint not null,
  change_id bigint not null,
  account_id bigint not null,
  from_person_id bigint not null,
  to_person_id bigint not null,
  constraint match_move_pkey primary key (institution_id, change_id, account_id)
);

comment on table identity.match_move is 'Before and after of a change: the person of each account that moved.';
comment on column identity.match_move.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.match_move.change_id is 'Change.';
comment on column identity.match_move.account_id is 'Account that moved.';
comment on column identity.match_move.from_person_id is 'Person before.';
comment on column identity.match_move.to_person_id is 'Person after.';
create index match_move_account on identity.match_move (institution_id, account_id);

alter table identity.match_move enable row level security;
alter table identity.match_move force row level security;
create policy match_move_etl on identity.match_move to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.match_move to kith_etl;

create table identity.match_word (
  institution_id bigint not null,
  change_id bigint not null,
  account_id bigint not null,
  other_account_id bigint not null,
  word text not null,
  ended_by_change bigint,
  constraint match_word_pkey primary key (institution_id, change_id, account_id, other_account_id),
  constraint match_word_check check (word in ('same', 'apart')),
  constraint match_word_order_check check (account_id < other_account_id)
);

comment on table identity.match_word is 'What holds of two accounts because a steward said so; every load reads it beside the signs. Rows are ended, not deleted, so that a change can be taken back.';
comment on column identity.match_word.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.match_word.change_id is 'Change that said it.';
comment on column identity.match_word.account_id is 'The account with the smaller id.';
comment on column identity.match_word.other_account_id is 'The other one.';
comment on column identity.match_word.word is 'same, or apart: two people, whatever signs they share.';
comment on column identity.match_word.ended_by_change is 'Change that took it back; null: it holds.';
create index match_word_other on identity.match_word (institution_id, other_account_id);
create index match_word_first on identity.match_word (institution_id, account_id);

alter table identity.match_word enable row level security;
alter table identity.match_word force row level security;
create policy match_word_etl on identity.match_word to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.match_word to kith_etl;

create table identity.match_ignored (
  institution_id bigint not null,
  change_id bigint not null,
  sign uuid not null,
  ended_by_change bigint,
  constraint match_ignored_pkey primary key (institution_id, change_id, sign)
);

comment on table identity.match_ignored is 'Signs that join nobody because a steward said so: an address that a family shares. By keyed digest, so nobody can be found by it.';
comment on column identity.match_ignored.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.match_ignored.change_id is 'Change that said it.';
comment on column identity.match_ignored.sign is 'Keyed digest of the sign.';
comment on column identity.match_ignored.ended_by_change is 'Change that took it back; null: it holds.';

alter table identity.match_ignored enable row level security;
alter table identity.match_ignored force row level security;
create policy match_ignored_etl on identity.match_ignored to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.match_ignored to kith_etl;

create table identity.match_conflict (
  institution_id bigint not null,
  sign uuid not null,
  account_id bigint not null,
  scheme text not null,
  issuer text not null,
  value text not null,
  found_at timestamptz not null,
  constraint match_conflict_pkey primary key (institution_id, sign, account_id)
);

comment on table identity.match_conflict is 'Signs that lead to two people and so join nobody, until a steward has decided.';
comment on column identity.match_conflict.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.match_conflict.sign is 'Keyed digest of scheme, issuer and value.';
comment on column identity.match_conflict.account_id is 'An account that carries it.';
comment on column identity.match_conflict.scheme is 'Scheme of the sign.';
comment on column identity.match_conflict.issuer is 'Who issued it; empty where that does not matter.';
comment on column identity.match_conflict.value is 'Its value.';
comment on column identity.match_conflict.found_at is 'When it was found.';
create index match_conflict_account on identity.match_conflict (institution_id, account_id);

alter table identity.match_conflict enable row level security;
alter table identity.match_conflict force row level security;
create policy match_conflict_etl on identity.match_conflict to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.match_conflict to kith_etl;

create table identity.match_suggestion (
  institution_id bigint not null,
  course_id bigint not null,
  account_id bigint not null,
  other_account_id bigint not null,
  rule text not null,
  said text not null,
  other_said text not null,
  traces bigint not null,
  found_at timestamptz not null,
  constraint match_suggestion_pkey primary key (institution_id, course_id, account_id, other_account_id),
  constraint match_suggestion_rule_check check (rule in ('name', 'email'))
);

comment on table identity.match_suggestion is 'Somebody seen in a course who may be somebody of its roster. Found inside one course only, and never joined without a steward.';
comment on column identity.match_suggestion.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.match_suggestion.course_id is 'Course whose roster it is.';
comment on column identity.match_suggestion.account_id is 'Account that was only seen.';
comment on column identity.match_suggestion.other_account_id is 'Account of the roster.';
comment on column identity.match_suggestion.rule is 'name: equal names, each once in the course; email: equal addresses that no source vouches for.';
comment on column identity.match_suggestion.said is 'The evidence as the one source writes it.';
comment on column identity.match_suggestion.other_said is 'The evidence as the other source writes it.';
comment on column identity.match_suggestion.traces is 'Posts, presences and activities of the account in the course.';
comment on column identity.match_suggestion.found_at is 'When it was found.';

alter table identity.match_suggestion enable row level security;
alter table identity.match_suggestion force row level security;
create policy match_suggestion_etl on identity.match_suggestion to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.match_suggestion to kith_etl;

create table identity.first_person (
  institution_id bigint not null,
  account_id bigint not null,
  person_id bigint not null,
  pseudonym uuid not null,
  created_at timestamptz not null,
  constraint first_person_pkey primary key (institution_id, account_id)
);

comment on table identity.first_person is 'The person an account was before it was joined with others; a split gives it back. No row: it is that person still.';
comment on column identity.first_person.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.first_person.account_id is 'Account.';
comment on column identity.first_person.person_id is 'Person it was.';
comment on column identity.first_person.pseudonym is 'Random name of that person on pages in pseudonymous mode.';
comment on column identity.first_person.created_at is 'When that person was first seen.';

alter table identity.first_person enable row level security;
alter table identity.first_person force row level security;
create policy first_person_etl on identity.first_person to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.first_person to kith_etl;

create table identity.person_trail (
  institution_id bigint not null,
  trail_no bigint generated always as identity,
  account_id bigint not null,
  place text not null,
  row_key jsonb not null,
  constraint person_trail_pkey primary key (institution_id, trail_no)
);

comment on table identity.person_trail is 'Rows that went along when a person became another: grants, contacts, notes. A split gives them back.';
comment on column identity.person_trail.institution_id is 'Tenant. Leads every key; the distribution column on Citus.';
comment on column identity.person_trail.trail_no is 'Number, in the order of the moves.';
comment on column identity.person_trail.account_id is 'Account whose first person the row was of.';
comment on column identity.person_trail.place is 'Table and column that named the person.';
comment on column identity.person_trail.row_key is 'Key of the row.';
create index person_trail_account on identity.person_trail (institution_id, account_id);

alter table identity.person_trail enable row level security;
alter table identity.person_trail force row level security;
create policy person_trail_etl on identity.person_trail to kith_etl using (true) with check (true);
grant select, insert, update, delete on identity.person_trail to kith_etl;

create function ops.ask_match (
  asked_kind text,
  accounts bigint[],
  asked_sign uuid,
  undone bigint,
  learner_said boolean,
  reason text
) returns bigint language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  asked bigint;
begin
  if asked_kind not in ('join', 'split', 'part', 'ignore', 'undo')
    or (select count(*) from core.account as a where a.institution_id = institution and a.account_id = any (accounts)) <> cardinality(accounts)
    or (asked_kind in ('join', 'part') and cardinality(accounts) <> 2)
    or (asked_kind = 'split' and cardinality(accounts) = 0)
    or (asked_kind = 'ignore' and not exists (
      select from identity.match_conflict as c where c.institution_id = institution and c.sign = asked_sign))
    or (asked_kind = 'undo' and not exists (
      select from identity.match_change as c
      where c.institution_id = institution and c.change_id = undone and c.state = 'done' and c.kind <> 'load'))
  then
    return null;
  end if;
  insert into identity.match_change
    (institution_id, kind, state, account_id, account_ids, sign, undoes, own_word, why, decided_by, asked_at)
  values (
    institution, asked_kind, 'asked', accounts[1], accounts, asked_sign, undone, learner_said, reason,
    nullif(current_setting('kith.person', true), '')::bigint, clock_timestamp()
  )
  returning change_id into asked;
  perform ops.note(
    institution, asked_kind || '_people', null,
    array(select distinct a.person_id from core.account as a where a.institution_id = institution and a.account_id = any (accounts)),
    coalesce(reason, asked_kind));
  perform ops.queue_intake(institution);
  return asked;
end
$$;

comment on function ops.ask_match (text, bigint[], uuid, bigint, boolean, text) is 'A steward says who is one person and who is not; the worker carries it out. Null: there is nothing of the kind.';
revoke all on function ops.ask_match (text, bigint[], uuid, bigint, boolean, text) from public;
grant execute on function ops.ask_match (text, bigint[], uuid, bigint, boolean, text) to kith_app;

create function identity.matches_of (institution bigint, most integer) returns jsonb language sql stable
set
  search_path = pg_catalog
begin
  atomic
  with
    account as not materialized (
      select
        a.account_id, a.person_id, a.in_roster,
        jsonb_build_object(
          'accountId', a.account_id, 'personId', a.person_id, 'source', s.name, 'key', k.key, 'name', k.display_name,
          'inRoster', a.in_roster
        ) as said
      from core.account as a
        join identity.account as k on k.institution_id = a.institution_id and k.account_id = a.account_id
        join ops.source as s on s.institution_id = a.institution_id and s.source_id = a.source_id
      where a.institution_id = institution
    ),
    suggestion as (
      select
        jsonb_build_object(
          'courseId', g.course_id, 'course', c.title, 'rule', g.rule, 'seen', seen.said, 'listed', listed.said,
          'said', g.said, 'otherSaid', g.other_said, 'traces', g.traces
        ) as line,
        c.title, g.account_id
      from identity.match_suggestion as g
        join core.course as c on c.institution_id = g.institution_id and c.course_id = g.course_id
        join account as seen on seen.account_id = g.account_id
        join account as listed on listed.account_id = g.other_account_id
      where g.institution_id = institution
      order by c.title, g.account_id
      limit most
    ),
    conflict as (
      select
        jsonb_build_object(
          'sign', f.sign, 'scheme', min(f.scheme), 'value', min(f.value), 'foundAt', min(f.found_at),
          'accounts', jsonb_agg(account.said order by account.account_id)
        ) as line,
        min(f.found_at) as found_at
      from identity.match_conflict as f
        join account on account.account_id = f.account_id
      where f.institution_id = institution
        -- The hash of an address says the same again.
        and (f.scheme <> 'email_sha1' or not exists (
          select from identity.match_conflict as plain
          where plain.institution_id = f.institution_id and plain.account_id = f.account_id and plain.scheme = 'email'))
      group by f.sign
      order by min(f.found_at), f.sign
      limit most
    ),
    change as (
      select
        jsonb_build_object(
          'changeId', h.change_id, 'kind', h.kind, 'state', h.state, 'why', h.why, 'message', h.message,
          'by', coalesce(i.display_name, i.email), 'runId', h.run_id, 'undoes', h.undoes, 'askedAt', h.asked_at,
          'undone', exists (
            select from identity.match_change as later
            where later.institution_id = h.institution_id and later.undoes = h.change_id and later.state = 'done'),
          'moved', (
            select count(*) from identity.match_move as m
            where m.institution_id = h.institution_id and m.change_id = h.change_id),
          'accounts', coalesce((
            select jsonb_agg(account.said order by account.account_id) from account where account.account_id = any (h.account_ids)
          ), '[]')
        ) as line,
        h.change_id
      from identity.match_change as h
        left join identity.person as i on i.institution_id = h.institution_id and i.person_id = h.decided_by
      where h.institution_id = institution
      order by h.change_id desc
      limit most
    ),
    unmatched as (
      select
        jsonb_build_object(
          'courseId', p.course_id, 'course', c.title,
          'seenOnly', count(*) filter (where p.basis = 'provisional'), 'listed', count(*) filter (where p.basis = 'roster')
        ) as line,
        c.title
      from core.participant as p
        join core.course as c on c.institution_id = p.institution_id and c.course_id = p.course_id
      where p.institution_id = institution
      group by p.course_id, c.title
      having count(*) filter (where p.basis = 'provisional') > 0
      order by count(*) filter (where p.basis = 'provisional') desc, c.title
      limit most
    )
  select
    jsonb_build_object(
      'suggestions', coalesce((select jsonb_agg(line order by title, account_id) from suggestion), '[]'),
      'conflicts', coalesce((select jsonb_agg(line order by found_at) from conflict), '[]'),
      'changes', coalesce((select jsonb_agg(line order by change_id desc) from change), '[]'),
      'unmatched', coalesce((select jsonb_agg(line) from unmatched), '[]')
    );
end;

comment on function identity.matches_of (bigint, integer) is 'Who may be one person, what leads to two, what was decided, and where people are only seen; at most so many of each.';
revoke all on function identity.matches_of (bigint, integer) from public;
grant execute on function identity.matches_of (bigint, integer) to kith_etl;

create function ops.list_matches (most integer) returns jsonb language plpgsql security definer
set
  search_path = pg_catalog as $$
declare
  institution bigint := ops.require_steward();
  found jsonb := identity.matches_of(institution, most);
begin
  perform ops.note(
    institution, 'view_matches', null,
    array(select distinct (one #>> '{}')::bigint from jsonb_path_query(found, '$.**.personId') as one), 'steward');
  return found;
end
$$;

comment on function ops.list_matches (integer) is 'The same for a steward; the look is logged.';
revoke all on function ops.list_matches (integer) from public;
grant execute on function ops.list_matches (integer) to kith_app;
