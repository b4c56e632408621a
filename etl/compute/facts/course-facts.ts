import type { Db } from '@kith/sql/connect.ts';
import type { Source } from '../../score/visibility.ts';
import { readActions, type QuarterDay } from './actions.ts';
import { readActiveDays, type DaysByPerson } from './active-days.ts';
import { readBreakouts, type Breakout } from './breakouts.ts';
import { readAlertCapacity } from './capacity.ts';
import { readCohorts, type CohortMember } from './cohorts.ts';
import { readConnections, type Connection } from './connections.ts';
import { readConsents, type OptOut } from './consents.ts';
import type { Course } from './course.ts';
import { readDeclarations, type Declaration } from './declarations.ts';
import { readContributions, type Contribution } from './contributions.ts';
import { readFeedback, type Feedback } from './feedback.ts';
import { readGroups, type GroupSpan } from './groups.ts';
import { readLog } from './log.ts';
import { readMembers, type Member } from './members.ts';
import { readPosts, type Post } from './posts.ts';
import { readPulses, type Pulse } from './pulses.ts';
import { readReactions, type Reaction } from './reactions.ts';
import { readRecordings, type Recording } from './recordings.ts';
import { readRegions, type Regions } from './regions.ts';
import { readSessions, type Session } from './sessions.ts';
import { readFormality, type FormalityByPost } from './spaces.ts';
import { readStays, type Stay } from './stays.ts';
import { readSurveyAnswers, type SurveyAnswer } from './survey-answers.ts';
import type { TieEvent } from './tie-event.ts';
import { readAmbient, readTies, type Ambient } from './ties.ts';

export type { Course };

/**
 * Everything the weeks of one course are computed from, in memory: compact sets, sorted, instants in ms (UTC).
 * A course of 500 learners and a term of activity takes a few MB, whatever the number of raw facts.
 */
export interface CourseFacts {
  readonly members: readonly Member[];
  readonly ties: readonly TieEvent[];
  readonly ambient: readonly Ambient[];
  readonly posts: readonly Post[];
  readonly sessions: readonly Session[];
  readonly groups: readonly GroupSpan[];
  readonly pulses: readonly Pulse[];
  readonly optOuts: readonly OptOut[];
  readonly declarations: readonly Declaration[];
  readonly activeDays: DaysByPerson;
  readonly forumDays: DaysByPerson;
  readonly connections: Readonly<Record<Source, Connection>>;
  readonly reactions: readonly Reaction[];
  readonly formality: FormalityByPost;
  readonly stays: readonly Stay[];
  readonly breakouts: readonly Breakout[];
  readonly recordings: readonly Recording[];
  readonly contributions: readonly Contribution[];
  readonly feedback: readonly Feedback[];
  readonly surveyAnswers: readonly SurveyAnswer[];
  readonly regions: Regions;
  /** Learners on whom the figures of saved cohorts rest: how they fare is kept for these together, too. */
  readonly cohorts: readonly CohortMember[];
  readonly alertCapacity: number | null;
  readonly actions: ReadonlyMap<number, readonly QuarterDay[]>;
}

export async function readFacts(db: Db, course: Course): Promise<CourseFacts> {
  // One connection, one statement after the other: a course must not take the whole pool.
  const log = await readLog(db, course);
  const actions = await readActions(db, course, log);
  return {
    members: await readMembers(db, course),
    ties: await readTies(db, course),
    ambient: await readAmbient(db, course),
    posts: await readPosts(db, course),
    sessions: await readSessions(db, course),
    groups: await readGroups(db, course),
    pulses: await readPulses(db, course),
    optOuts: await readConsents(db, course),
    declarations: await readDeclarations(db, course),
    actions,
    ...(await readActiveDays(db, course, actions)),
    connections: await readConnections(db, course, log),
    reactions: await readReactions(db, course),
    formality: await readFormality(db, course),
    stays: await readStays(db, course),
    breakouts: await readBreakouts(db, course),
    recordings: await readRecordings(db, course),
    contributions: await readContributions(db, course, log),
    feedback: await readFeedback(db, course),
    surveyAnswers: await readSurveyAnswers(db, course),
    alertCapacity: await readAlertCapacity(db, course),
    regions: await readRegions(db, course),
    cohorts: await readCohorts(db, course),
  };
}
