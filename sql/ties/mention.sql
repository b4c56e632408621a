-- title:    Mention
-- question: Who called whom by name?
-- unit:     reply equivalents
-- weight:   0.5 directed, once per post and person; not where the same post already replies to that person
-- source:   reference indicators §1.2, §9.1.6
with

post_of_course as materialized (
  select *
  from core.known_post
  where institution_id = $1 and course_id = $2
),

replies as (
  select
    institution_id,
    course_id,
    event_ref,
    target_person_id
  from insight.tie_event
  where institution_id = $1 and course_id = $2 and kind = 'reply'
),

mentions as (
  select distinct
    posts.institution_id,
    posts.course_id,
    'post:' || posts.post_id as event_ref,
    posts.author_id as source_person_id,
    account.person_id as target_person_id,
    posts.occurred_at
  from
    post_of_course as posts
    cross join lateral unnest(posts.mention_account_ids) as mentioned (account_id)
    join core.account
      on account.institution_id = posts.institution_id and account.account_id = mentioned.account_id
)

select
  mentions.institution_id,
  mentions.course_id,
  'mention' as kind,
  mentions.event_ref,
  mentions.source_person_id,
  mentions.target_person_id,
  true as directed,
  mentions.occurred_at,
  0.5::float8 as weight
from mentions
where
  mentions.source_person_id <> mentions.target_person_id
  and not exists (
    select
    from replies
    where
      replies.institution_id = mentions.institution_id
      and replies.course_id = mentions.course_id
      and replies.event_ref = mentions.event_ref
      and replies.target_person_id = mentions.target_person_id
  )
