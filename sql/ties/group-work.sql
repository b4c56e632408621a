-- title:    Group work
-- question: Who worked on the same group's work in the same week?
-- unit:     reply equivalents
-- weight:   0.5 / (g - 1) undirected per week, between members who both contributed; g counts all student members
-- source:   reference indicators §1.2, §9.1.7, §9.6 N5
with

activity_of_course as materialized (
  select *
  from core.known_activity
  where institution_id = $1 and course_id = $2 and object_type = 'group'
),

group_of_course as materialized (
  select *
  from core.known_group
  where institution_id = $1 and course_id = $2
),

member_of_course as materialized (
  select *
  from core.known_member
  where institution_id = $1 and course_id = $2
),

membership_of_course as materialized (
  select *
  from core.known_membership
  where institution_id = $1 and course_id = $2
),

post_of_course as materialized (
  select *
  from core.known_post
  where institution_id = $1 and course_id = $2
),

members as (
  select distinct
    groups.institution_id,
    groups.course_id,
    groups.course_group_id,
    groups.source_id,
    groups.key,
    membership.person_id,
    membership.valid_from,
    membership.valid_to
  from
    group_of_course as groups
    join membership_of_course as membership
      on
        membership.institution_id = groups.institution_id
        and membership.course_id = groups.course_id
        and membership.source_id = groups.source_id
        and membership.group_key = groups.key
    join member_of_course as member
      on
        member.institution_id = groups.institution_id
        and member.course_id = groups.course_id
        and member.person_id = membership.person_id
  where
    member.learner_from is not null
    and member.staff_from is null
),

contributions as (
  select
    members.institution_id,
    members.course_id,
    members.course_group_id,
    members.person_id,
    activity.occurred_at
  from
    members
    join activity_of_course as activity
      on
        activity.institution_id = members.institution_id
        and activity.course_id = members.course_id
        and activity.person_id = members.person_id
        and activity.source_id = members.source_id
        and activity.object_key = members.key
  where
    activity.verb_id <> (select verb_id from core.verb where verb = 'viewed')
    and (members.valid_from is null or activity.occurred_at >= members.valid_from)
    and (members.valid_to is null or activity.occurred_at < members.valid_to)
  union all
  select
    members.institution_id,
    members.course_id,
    members.course_group_id,
    members.person_id,
    posts.occurred_at
  from
    members
    join core.space
      on
        space.institution_id = $1
        and space.institution_id = members.institution_id
        and space.course_id = members.course_id
        and space.source_id = members.source_id
        and space.group_key = members.key
        and space.superseded_at is null
    join post_of_course as posts
      on
        posts.institution_id = members.institution_id
        and posts.course_id = members.course_id
        and posts.source_id = members.source_id
        and posts.space_key = space.key
        and posts.author_id = members.person_id
),

weekly as (
  select
    contributions.institution_id,
    contributions.course_id,
    course_group_id,
    person_id,
    date_trunc('week', occurred_at at time zone coalesce(course.timezone, institution.timezone))::date as week_start,
    max(occurred_at) as last_at
  from
    contributions
    join core.course
      on course.institution_id = contributions.institution_id and course.course_id = contributions.course_id
    join core.institution on institution.institution_id = contributions.institution_id
  group by
    contributions.institution_id,
    contributions.course_id,
    course_group_id,
    person_id,
    week_start
),

sizes as (
  select
    institution_id,
    course_id,
    course_group_id,
    count(distinct person_id) as g
  from members
  group by
    institution_id,
    course_id,
    course_group_id
)

select
  one.institution_id,
  one.course_id,
  'group_work' as kind,
  'group:' || one.course_group_id || ':' || one.week_start as event_ref,
  one.person_id as source_person_id,
  other.person_id as target_person_id,
  false as directed,
  greatest(one.last_at, other.last_at) as occurred_at,
  (0.5 / (sizes.g - 1))::float8 as weight
from
  weekly as one
  join weekly as other
    on
      other.institution_id = one.institution_id
      and other.course_id = one.course_id
      and other.course_group_id = one.course_group_id
      and other.week_start = one.week_start
      and other.person_id > one.person_id
  join sizes
    on
      sizes.institution_id = one.institution_id
      and sizes.course_id = one.course_id
      and sizes.course_group_id = one.course_group_id
