import { createHash } from 'node:crypto';
import { dayOf, type Calendar } from './calendar.ts';
import type { DefinitionsAt } from './course.ts';
import type { Connection } from './facts/connections.ts';
import type { CourseFacts } from './facts/course-facts.ts';
import type { TieEvent } from './facts/tie-event.ts';
import { definitionsOf } from '../definitions/note.ts';

/**
 * What the weeks of a course rest on, as digests. `weeks[w]` is of everything that happened in week w, the first week
 * also of everything before it; `course` of what holds at all times: who belongs to it, its calendar, the definitions.
 * A week's numbers depend on `course` and on `weeks` up to its own, and on nothing else.
 */
export interface Inputs {
  readonly course: string;
  readonly weeks: readonly string[];
}

/** @param definitionsAt what was in force at the end of a week */
export function inputsOf(facts: CourseFacts, { zone, weeks }: Calendar, definitionsAt: DefinitionsAt): Inputs {
  const course = new Digest();
  const byWeek = weeks.map(() => new Digest());
  const firstMonday = weeks[0] === undefined ? 0 : dayOf(weeks[0].monday);
  /** What happens after the last closed week is in no number yet. */
  const at = (instant: number): Digest | undefined => {
    let week = 0;
    while (week < weeks.length && !(instant < weeks[week]!.end)) week += 1;
    return byWeek[week];
  };
  const onDay = (day: number): Digest | undefined => byWeek[Math.max(0, Math.floor((day - firstMonday) / 7))];

  course.note([zone, firstMonday, JSON.stringify(definitionsOf()), facts.alertCapacity, facts.members, facts.groups]);
  for (const [index, { end }] of weeks.entries()) byWeek[index]!.note(JSON.stringify(definitionsAt(end)));
  course.note([facts.formality, facts.regions, facts.cohorts]);
  // Asked of the whole course at every T.
  course.note([facts.posts.length > 0, facts.posts.some((post) => post.parentsKnown)]);
  course.note([...facts.forumDays.values()].some((days) => days.length > 0));
  const { ties, ambient, posts, pulses, optOuts, reactions } = facts;
  const { stays, breakouts, recordings, contributions, surveyAnswers } = facts;
  // The many, without asking each what it is made of; they come in runs of one kind and instant.
  let run: TieEvent | undefined;
  let week: Digest | undefined;
  for (const tie of ties) {
    if (run?.at !== tie.at || run.kind !== tie.kind || run.layer !== tie.layer || run.directed !== tie.directed) {
      run = tie;
      week = at(tie.at);
      week?.note([-1, tie.kind, tie.layer, tie.directed, tie.at]);
    }
    week?.three(tie.source, tie.target, tie.weight);
  }
  for (const rows of [ambient, posts, pulses, optOuts, reactions]) for (const row of rows) at(row.at)?.note(row);
  for (const rows of [stays, breakouts, recordings, contributions, surveyAnswers]) {
    for (const row of rows) at(row.at)?.note(row);
  }
  for (const { personId, at: since, until } of facts.declarations) {
    at(since)?.note(['elsewhere', personId, since]);
    if (until !== null) at(until)?.note(['no more', personId, until]);
  }
  for (const session of facts.sessions) at(Math.min(session.start, session.end))?.note(session);
  for (const row of facts.feedback) at(Math.min(row.from ?? -Infinity, row.at ?? Infinity))?.note(row);
  for (const days of [facts.activeDays, facts.forumDays]) {
    for (const [person, own] of days) for (const day of own) onDay(day)?.numbers(person, day);
  }
  for (const [person, quarters] of facts.actions) {
    for (const { day, part, hours, social, other, forum } of quarters) {
      const own = onDay(day);
      own?.three(person, day, part);
      own?.three(hours, social, 2 * other + (forum ? 1 : 0));
    }
  }
  for (const [source, connection] of Object.entries(facts.connections)) noteConnection(source, connection, course, at);
  return { course: course.end(), weeks: byWeek.map((week) => week.end()) };
}

function noteConnection(
  source: string,
  { since, from, matched, firstAt }: Connection,
  course: Digest,
  at: (instant: number) => Digest | undefined,
): void {
  course.note([source, from]);
  if (since !== null) at(since)?.note([source, since]);
  const byPerson = (one: readonly [number, number], other: readonly [number, number]): number => one[0] - other[0];
  for (const [person, first] of [...matched].sort(byPerson))
    (first === -Infinity ? course : at(first))?.note([source, person, first]);
  for (const [person, first] of [...firstAt].sort(byPerson)) at(first)?.note([source, 'first', person, first]);
}

/** Numbers and words in the order in which they came. */
class Digest {
  readonly #numbers: number[] = [];
  readonly #words: string[] = [];

  note(value: unknown): void {
    if (typeof value === 'number') this.#numbers.push(value);
    else if (typeof value === 'string') this.#words.push(value);
    else if (typeof value === 'boolean') this.#numbers.push(value ? 1 : 0);
    else if (value === null || value === undefined) this.#numbers.push(NaN);
    else if (Array.isArray(value)) for (const part of value) this.note(part);
    else if (value instanceof Map) for (const part of value) this.note(part);
    else for (const part of Object.values(value)) this.note(part);
  }

  numbers(...values: readonly number[]): void {
    for (const value of values) this.#numbers.push(value);
  }

  three(one: number, other: number, third: number): void {
    this.#numbers.push(one, other, third);
  }

  end(): string {
    return createHash('sha1')
      .update(Float64Array.from(this.#numbers))
      .update(this.#words.join('\0'))
      .digest('base64url');
  }
}

/**
 * How many weeks, from the first, still stand as they are stored. 0: all are to be computed again.
 *
 * @param whole compute everything, whatever is known
 */
export function standing(known: Inputs | null, now: Inputs, whole: boolean): number {
  if (whole || known?.course !== now.course) return 0;
  const first = now.weeks.findIndex((digest, week) => known.weeks[week] !== digest);
  return first < 0 ? now.weeks.length : first;
}
