-- title:    Reaction
-- question: Who gave whose post a sign?
-- unit:     reply equivalents
-- weight:   0.2 directed, the earliest five per ordered pair and course week
-- source:   reference indicators §1.2, §9.1.6, §9.6.14
with

post_of_course as materialized (
  select *
  from core.known_post
  where institution_id = $1 and course_id = $2
),

reaction_of_course as materialized (
  select *
  from core.known_reaction
  where institution_id = $1 and course_id = $2
),

signs as (
  select distinct on (reactions.institution_id, reactions.course_id, posts.post_id, reactions.person_id, reactions.kind)
    reactions.institution_id,
    reactions.course_id,
    reactions.reaction_id,
    reactions.person_id as source_person_id,
    posts.author_id as target_person_id,
    reactions.occurred_at
  from
    reaction_of_course as reactions
    join post_of_course as posts
      on
        posts.institution_id = reactions.institution_id
        and posts.course_id = reactions.course_id
        and posts.source_id = reactions.source_id
        and posts.key = reactions.post_key
  where
    reactions.kind in ('like', 'upvote', 'emoji', 'star')
    and reactions.occurred_at is not null
    and reactions.person_id <> posts.author_id
  order by
    reactions.institution_id,
    reactions.course_id,
    posts.post_id,
    reactions.person_id,
    reactions.kind,
    reactions.occurred_at,
    reactions.reaction_id
),

ranked as (
  select
    signs.*,
    row_number() over (
      partition by
        signs.institution_id,
        signs.course_id,
        source_person_id,
        target_person_id,
        date_trunc('week', occurred_at at time zone coalesce(course.timezone, institution.timezone))
      order by
        occurred_at,
        reaction_id
    ) as place
  from
    signs
    join core.course on course.institution_id = signs.institution_id and course.course_id = signs.course_id
    join core.institution on institution.institution_id = signs.institution_id
)

select
  institution_id,
  course_id,
  'reaction' as kind,
  'reaction:' || reaction_id as event_ref,
  source_person_id,
  target_person_id,
  true as directed,
  occurred_at,
  0.2::float8 as weight
from ranked
where place <= 5
