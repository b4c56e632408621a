import type { activityVerbs } from '../../records/activity.ts';

type Verb = (typeof activityVerbs)[number];

/** What an event becomes. An activity verb: something done, with its time. `nothing` is known and needs no record. */
export type Meaning = Verb | 'post' | 'forum_post' | 'gone_forum_post' | 'read' | 'feedback' | 'nothing';

/** One line: type of event, its action, and what both mean. A line without an action holds for all of its type. */
export type Line = readonly [event: string, action: string | undefined, means: Meaning];

/** The events of Caliper 1.2's profiles. An operator's own lines (own-actions.ts) are asked first. */
export const lines: readonly Line[] = [
  ['MessageEvent', 'Posted', 'post'],
  ['MessageEvent', 'MarkedAsRead', 'read'],
  ['MessageEvent', 'MarkedAsUnRead', 'nothing'],
  ['ThreadEvent', 'MarkedAsRead', 'viewed'],
  ['ThreadEvent', 'MarkedAsUnRead', 'nothing'],
  ['ThreadEvent', 'Created', 'nothing'],
  ['ForumEvent', 'Subscribed', 'interacted'],
  ['ForumEvent', 'Unsubscribed', 'interacted'],
  // Blackboard's own: a post is what the event generated.
  ['ForumEvent', 'Created', 'forum_post'],
  ['ForumEvent', 'Modified', 'edited'],
  ['ForumEvent', 'Deleted', 'gone_forum_post'],
  ['FeedbackEvent', 'Commented', 'feedback'],
  ['FeedbackEvent', 'Ranked', 'feedback'],
  ['AnnotationEvent', 'Shared', 'shared'],
  ['AnnotationEvent', undefined, 'interacted'],
  ['AssessmentEvent', 'Started', 'attempted'],
  ['AssessmentEvent', 'Restarted', 'attempted'],
  ['AssessmentEvent', 'Submitted', 'submitted'],
  ['AssessmentEvent', undefined, 'interacted'],
  ['AssessmentItemEvent', 'Completed', 'answered'],
  ['AssessmentItemEvent', undefined, 'interacted'],
  ['AssignableEvent', 'Submitted', 'submitted'],
  ['AssignableEvent', 'Completed', 'completed'],
  ['AssignableEvent', 'Started', 'attempted'],
  ['AssignableEvent', undefined, 'interacted'],
  ['MediaEvent', 'Started', 'played'],
  ['MediaEvent', 'Resumed', 'played'],
  ['MediaEvent', 'Restarted', 'played'],
  ['MediaEvent', 'Paused', 'paused'],
  ['MediaEvent', 'Ended', 'completed'],
  ['MediaEvent', undefined, 'interacted'],
  ['NavigationEvent', 'NavigatedTo', 'viewed'],
  ['ViewEvent', 'Viewed', 'viewed'],
  ['QuestionnaireEvent', 'Submitted', 'submitted'],
  ['QuestionnaireEvent', 'Started', 'attempted'],
  ['QuestionnaireItemEvent', 'Completed', 'answered'],
  ['QuestionnaireItemEvent', undefined, 'interacted'],
  ['SurveyEvent', undefined, 'interacted'],
  ['SurveyInvitationEvent', undefined, 'nothing'],
  ['ResourceManagementEvent', 'Downloaded', 'downloaded'],
  ['ResourceManagementEvent', undefined, 'edited'],
  ['SearchEvent', 'Searched', 'searched'],
  ['SessionEvent', 'LoggedIn', 'logged_in'],
  ['SessionEvent', 'LoggedOut', 'left'],
  ['SessionEvent', 'TimedOut', 'nothing'],
  ['ToolLaunchEvent', undefined, 'viewed'],
  ['ToolUseEvent', 'Used', 'interacted'],
  ['GradeEvent', undefined, 'nothing'],
];

export function meaningOf(event: string, action: string, own: readonly Line[]): Meaning | undefined {
  const fits = ([type, told]: Line) => type === event && (told === undefined || told === action);
  return (own.find(fits) ?? lines.find(fits))?.[2];
}
