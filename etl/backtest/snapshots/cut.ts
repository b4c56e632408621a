import { localDay } from '../../compute/calendar.ts';
import type { Connection } from '../../compute/facts/connections.ts';
import type { CourseFacts } from '../../compute/facts/course-facts.ts';
import type { DaysByPerson } from '../../compute/facts/active-days.ts';
import type { Source } from '../../score/visibility.ts';

/**
 * A course as if the world had ended at T: no fact at or after it, no end of an enrolment or a group that lies ahead, no
 * answer that is still to come. What is told the features of a back-test is this and nothing else.
 */
export function cutAt(facts: CourseFacts, asOf: number, zone: string): CourseFacts {
  const past = <Row extends { readonly at: number }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ at }) => at < asOf);
  const open = (to: number): number => (to >= asOf ? Infinity : to);
  const span = <S extends { readonly from: number; readonly to: number }>(own: S | null): S | null =>
    own === null || own.from >= asOf ? null : { ...own, to: open(own.to) };
  const lastDay = localDay(asOf - 1, zone);
  const days = (own: DaysByPerson): DaysByPerson =>
    new Map([...own].map(([person, all]) => [person, all.filter((day) => day <= lastDay)]));
  return {
    ...facts,
    members: facts.members.map((member) => ({ ...member, staff: span(member.staff), learner: span(member.learner) })),
    ties: past(facts.ties),
    ambient: past(facts.ambient),
    posts: past(facts.posts).map((post) => ({ ...post, deletedAt: before(post.deletedAt, asOf) })),
    sessions: facts.sessions.filter(({ end }) => end < asOf),
    groups: facts.groups.filter(({ from }) => from < asOf).map((group) => ({ ...group, to: open(group.to) })),
    pulses: past(facts.pulses),
    optOuts: past(facts.optOuts),
    declarations: past(facts.declarations).map((said) => ({ ...said, until: before(said.until, asOf) })),
    activeDays: days(facts.activeDays),
    forumDays: days(facts.forumDays),
    connections: Object.fromEntries(
      Object.entries(facts.connections).map(([source, connection]) => [source, cutConnection(connection, asOf)]),
    ) as Record<Source, Connection>,
    reactions: past(facts.reactions),
    stays: past(facts.stays),
    breakouts: past(facts.breakouts),
    recordings: past(facts.recordings),
    contributions: past(facts.contributions),
    feedback: facts.feedback
      .filter(({ from }) => (from ?? -Infinity) < asOf)
      .map((row) => ({ ...row, at: before(row.at, asOf) })),
    surveyAnswers: past(facts.surveyAnswers),
    actions: new Map(
      [...facts.actions].map(([person, quarters]) => [person, quarters.filter(({ day }) => day <= lastDay)]),
    ),
  };
}

const before = (at: number | null, asOf: number): number | null => (at === null || at >= asOf ? null : at);

function cutConnection({ since, lastAt, from, matched, firstAt }: Connection, asOf: number): Connection {
  const known = (instants: ReadonlyMap<number, number>): ReadonlyMap<number, number> =>
    new Map([...instants].filter(([, at]) => at < asOf));
  return {
    since: before(since, asOf),
    lastAt: lastAt === null || since === null || since >= asOf ? null : Math.min(lastAt, asOf - 1),
    from,
    matched: known(matched),
    firstAt: known(firstAt),
  };
}
