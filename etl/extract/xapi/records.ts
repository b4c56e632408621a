import type { RecordInput } from '../../records/record.ts';
import { activityOf, groupActivityOf, voidedOf } from './activities.ts';
import { attendanceOf } from './attendances.ts';
import { awardOf } from './awards.ts';
import { enrolmentOf, outcomeOf, withdrawalOf } from './enrolments.ts';
import type { Happening } from './happening.ts';
import type { Meaning } from './meanings.ts';
import { membershipOf } from './memberships.ts';
import { deletedPost, postOf } from './posts.ts';
import { flagOf, reactionOf } from './reactions.ts';
import type { Refusal } from './refusal.ts';

/** The records one happening becomes, apart from its person and course. */
export function recordsOf(
  happening: Happening,
  meaning: Exclude<Meaning, { kind: 'nothing' }>,
): RecordInput[] | Refusal {
  switch (meaning.kind) {
    case 'activity':
      return activityOf(happening, meaning.verb);
    case 'attendance':
      return attendanceOf(happening);
    case 'award':
      return awardOf(happening, meaning.award);
    case 'deleted_post':
      return deletedPost(happening);
    case 'enrolment':
      return enrolmentOf(happening);
    case 'flag':
      return flagOf(happening);
    case 'group_activity':
      return groupActivityOf(happening);
    case 'membership':
      return membershipOf(happening, meaning.change);
    case 'outcome':
      return outcomeOf(happening, meaning.outcome);
    case 'post':
      return postOf(happening, meaning.post);
    case 'reaction':
      return reactionOf(happening);
    case 'void':
      return voidedOf(happening);
    case 'withdrawal':
      return withdrawalOf(happening);
  }
}
