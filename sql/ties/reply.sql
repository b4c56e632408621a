-- title:    Reply
-- question: Who answered whom?
-- unit:     reply equivalents
-- weight:   1.0 directed, replier to the author of the parent post, else the addressee, else the thread opener; a chat message without a parent answers nobody
-- source:   Wise & Cui (2018); reference indicators §1.2, §9.1.6, §9.6.1 to §9.6.4
with

posts as materialized (
  select *
  from core.known_post
  where institution_id = $1 and course_id = $2
),

openers as (
  select distinct on (institution_id, course_id, source_id, thread_key)
    institution_id,
    course_id,
    source_id,
    thread_key,
    post_id,
    author_id
  from posts
  where parent_key is null and addressee_id is null and kind <> 'chat'
  order by
    institution_id,
    course_id,
    source_id,
    thread_key,
    occurred_at,
    key
),

answered as (
  select
    posts.institution_id,
    posts.course_id,
    posts.post_id,
    posts.occurred_at,
    posts.author_id as source_person_id,
    case
      when posts.parent_key is not null then parent.author_id
      when posts.addressee_id is not null then posts.addressee_id
      when openers.post_id <> posts.post_id and posts.kind <> 'chat' then openers.author_id
    end as target_person_id
  from
    posts
    left join posts as parent
      on
        parent.institution_id = posts.institution_id
        and parent.course_id = posts.course_id
        and parent.source_id = posts.source_id
        and parent.key = posts.parent_key
    left join openers
      on
        openers.institution_id = posts.institution_id
        and openers.course_id = posts.course_id
        and openers.source_id = posts.source_id
        and openers.thread_key = posts.thread_key
)

select
  institution_id,
  course_id,
  'reply' as kind,
  'post:' || post_id as event_ref,
  source_person_id,
  target_person_id,
  true as directed,
  occurred_at,
  1.0::float8 as weight
from answered
where source_person_id <> target_person_id
