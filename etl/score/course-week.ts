import type { ScoreDefinition } from './definition.ts';
import { isolation } from './isolation.ts';
import { learnerWeek, unscored } from './learner-week.ts';
import { observe } from './observed.ts';
import { kindOf, presenceSignal } from './presence-signal.ts';
import { type Reference, references } from './reference-group.ts';
import type { CourseWeekSignals, LearnerSignals, LearnerState, LearnerWeek, ScoreKind } from './types.ts';

export interface CourseWeekScores {
  readonly kind: ScoreKind;
  readonly definition: ScoreDefinition;
  /** In the order of the signals. */
  readonly learners: readonly LearnerWeek[];
  /** What was usual, by opportunity group. */
  readonly references: Readonly<Record<string, Reference>>;
}

/**
 * Scores one course at the end of one week: isolation where the sources say who turned to whom, else the presence
 * signal. Pure; the same signals give the same scores, in any order and under any ids.
 */
export function scoreCourseWeek(
  course: CourseWeekSignals,
  definitions: Readonly<Record<ScoreKind, ScoreDefinition>> = { isolation, presence_signal: presenceSignal },
): CourseWeekScores {
  const kind = kindOf(course);
  const definition = definitions[kind];
  const members = course.learners
    .filter((learner) => whyUnscored(learner, course, kind) === null)
    .map((learner) => ({ ...learner, observed: observe(learner, definition) }));
  const byGroup = references(members, definition);
  const observed = new Map(members.map((member) => [member.learnerId, member.observed]));

  const learners = course.learners.map((learner) => {
    const reason = whyUnscored(learner, course, kind);
    if (reason !== null) return unscored(learner, reason, definition);
    const reference = byGroup.get(learner.opportunityGroup)!;
    return learnerWeek(learner, observed.get(learner.learnerId)!, reference, definition);
  });
  return { kind, definition, learners, references: Object.fromEntries(byGroup) };
}

/** Null for the members of E: enrolled, visible, and sure to be no teacher. */
function whyUnscored(
  learner: LearnerSignals,
  { staffKnown, rosterKnown }: CourseWeekSignals,
  kind: ScoreKind,
): LearnerState | null {
  if (learner.optedOut) return 'opted_out';
  if (!learner.eligible) return 'not_enrolled';
  if (learner.unseen) return 'unseen';
  return staffKnown || (kind === 'presence_signal' && rosterKnown) ? null : 'staff_unknown';
}
