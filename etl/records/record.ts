import type { z } from 'zod';
import { Activity } from './activity.ts';
import { Award } from './award.ts';
import { Consent, Declaration } from './consent.ts';
import { Course } from './course.ts';
import { Enrolment } from './enrolment.ts';
import { Feedback } from './feedback.ts';
import { Group, Membership } from './group.ts';
import { Mentorship } from './mentorship.ts';
import { Outcome } from './outcome.ts';
import { Person } from './person.ts';
import { Post } from './post.ts';
import { Presence } from './presence.ts';
import { Reaction } from './reaction.ts';
import { Relation } from './relation.ts';
import { Session } from './session.ts';
import { Space } from './space.ts';
import { SurveyResponse } from './survey.ts';
import { Term, Unit } from './unit.ts';

/**
 * The canonical records of reference/connectors §3, by their type.
 * A group's membership, the organisation (unit, term), consents and declarations are listed beside the sixteen.
 */
export const recordSchemas = {
  activity: Activity,
  award: Award,
  consent: Consent,
  course: Course,
  declaration: Declaration,
  enrolment: Enrolment,
  feedback: Feedback,
  group: Group,
  membership: Membership,
  mentorship: Mentorship,
  outcome: Outcome,
  person: Person,
  post: Post,
  presence: Presence,
  reaction: Reaction,
  relation: Relation,
  session: Session,
  space: Space,
  survey_response: SurveyResponse,
  term: Term,
  unit: Unit,
} as const;

export type RecordType = keyof typeof recordSchemas;
export const recordTypes = Object.keys(recordSchemas) as RecordType[];

/** What a connector writes: defaults may be left out. */
export type RecordInput = { [T in RecordType]: z.input<(typeof recordSchemas)[T]> }[RecordType];

/** A believed record: checked, defaults filled in. */
export type CanonicalRecord = { [T in RecordType]: z.output<(typeof recordSchemas)[T]> }[RecordType];

export type RecordOf<T extends RecordType> = z.output<(typeof recordSchemas)[T]>;
