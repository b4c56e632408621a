import type { activityVerbs } from '../../records/activity.ts';
import { objectWord, type ObjectWord } from './objects.ts';
import type { Statement } from './statement.ts';
import { surroundings } from './surroundings.ts';
import { type VerbWord, verbWord } from './verbs.ts';

type ActivityVerb = (typeof activityVerbs)[number];

/** What kind of record a statement becomes. `nothing` says why it needs none. */
export type Meaning =
  | { readonly kind: 'activity'; readonly verb: ActivityVerb }
  | {
      readonly kind:
        'attendance' | 'deleted_post' | 'enrolment' | 'flag' | 'group_activity' | 'reaction' | 'void' | 'withdrawal';
    }
  | { readonly kind: 'award'; readonly award: 'badge' | 'certificate' }
  | { readonly kind: 'membership'; readonly change: 'joins' | 'leaves' }
  | { readonly kind: 'outcome'; readonly outcome: 'completed' | 'passed' | 'failed' }
  | { readonly kind: 'post'; readonly post: 'thread' | 'reply' | 'comment' | 'chat' }
  | { readonly kind: 'nothing'; readonly reason: string };

/** One line of the table: the first whose verb, object and surroundings fit decides. Absent means any. */
interface Line {
  readonly verb: VerbWord | readonly VerbWord[];
  readonly object?: readonly ObjectWord[];
  /** Kind of an activity named in context.contextActivities parent or grouping. */
  readonly within?: readonly ObjectWord[];
  readonly means: Meaning;
}

const forum = ['discussion', 'forum_post'] as const;
const rooms = ['meeting', 'virtual_classroom'] as const;
const activity = (verb: ActivityVerb): Meaning => ({ kind: 'activity', verb });
const nothing = (reason: string): Meaning => ({ kind: 'nothing', reason });

/** (verb, object type, surroundings) to kind, as real emitters write them: reference/connectors §2.23, xapi §4. */
const table: readonly Line[] = [
  { verb: 'voided', means: { kind: 'void' } },

  { verb: ['created', 'edited'], object: ['case'], means: nothing('a support case, which is no learning activity') },
  { verb: ['posted', 'created'], object: forum, means: { kind: 'post', post: 'thread' } },
  { verb: 'posted', object: ['message'], means: { kind: 'post', post: 'chat' } },
  { verb: 'replied', object: forum, means: { kind: 'post', post: 'reply' } },
  { verb: 'commented', object: forum, means: { kind: 'post', post: 'comment' } },
  { verb: 'deleted', object: forum, means: { kind: 'deleted_post' } },
  { verb: ['voted', 'liked', 'disliked'], object: forum, means: { kind: 'reaction' } },
  { verb: ['reported', 'unreported'], object: forum, means: { kind: 'flag' } },
  { verb: ['reported', 'unreported'], means: nothing('moderation') },
  { verb: 'sent', within: ['group'], means: { kind: 'group_activity' } },

  { verb: 'registered', object: ['course'], means: { kind: 'enrolment' } },
  { verb: 'unregistered', object: ['course'], means: { kind: 'withdrawal' } },
  { verb: 'completed', object: ['course'], means: { kind: 'outcome', outcome: 'completed' } },
  { verb: 'passed', object: ['course'], means: { kind: 'outcome', outcome: 'passed' } },
  { verb: 'failed', object: ['course'], means: { kind: 'outcome', outcome: 'failed' } },
  { verb: 'achieved', object: ['certificate'], means: { kind: 'award', award: 'certificate' } },
  { verb: 'achieved', means: { kind: 'award', award: 'badge' } },
  { verb: 'scored', means: nothing('a grade, which staff gave') },

  { verb: 'attended', means: { kind: 'attendance' } },
  { verb: 'joined', object: ['group'], means: { kind: 'membership', change: 'joins' } },
  { verb: 'left', object: ['group'], means: { kind: 'membership', change: 'leaves' } },
  { verb: ['initialized', 'terminated', 'meeting_ended'], object: rooms, means: nothing('a room opened or closed') },
  { verb: 'interacted', object: ['office_totals'], means: nothing("a day's totals, which are no event") },
];

/** What is left is an activity of this verb. */
const activityVerbOf: Record<VerbWord, ActivityVerb> = {
  achieved: 'completed',
  answered: 'answered',
  asked: 'interacted',
  attempted: 'attempted',
  attended: 'attended',
  commented: 'posted',
  completed: 'completed',
  created: 'submitted',
  deleted: 'deleted',
  disliked: 'reacted',
  downloaded: 'downloaded',
  edited: 'edited',
  failed: 'attempted',
  initialized: 'viewed',
  interacted: 'interacted',
  joined: 'joined',
  left: 'left',
  liked: 'reacted',
  logged_in: 'logged_in',
  meeting_ended: 'left',
  passed: 'completed',
  paused: 'paused',
  played: 'played',
  posted: 'posted',
  progressed: 'progressed',
  registered: 'other',
  replied: 'replied',
  reported: 'other',
  scored: 'other',
  searched: 'searched',
  seeked: 'interacted',
  sent: 'interacted',
  shared: 'shared',
  submitted: 'submitted',
  switched: 'interacted',
  terminated: 'left',
  unregistered: 'other',
  unreported: 'other',
  viewed: 'viewed',
  voided: 'other',
  voted: 'reacted',
};

const linesOfVerb = Map.groupBy(
  table.flatMap((line) => [line.verb].flat().map((verb) => ({ verb, line }))),
  ({ verb }) => verb,
);
const activityOf = new Map(
  (Object.keys(activityVerbOf) as VerbWord[]).map((word) => [word, activity(activityVerbOf[word])]),
);
const unknown = activity('other');

export function meaningOf(statement: Statement): Meaning {
  const verb = verbWord(statement.verb.id);
  if (verb === undefined) return unknown;
  const object = objectWord(statement.object.definition?.type);
  const line = linesOfVerb.get(verb)?.find(({ line }) => fits(line, object, statement));
  return line?.line.means ?? activityOf.get(verb) ?? unknown;
}

function fits({ object: objects, within }: Line, object: ObjectWord | undefined, statement: Statement): boolean {
  if (!among(objects, object)) return false;
  return !within || surroundings(statement).some(({ definition }) => among(within, objectWord(definition?.type)));
}

/** For courses whose forum itself is loaded from its LMS: the same post must not count twice, the day of activity may. */
export function withoutPosts(meaning: Meaning): Meaning {
  switch (meaning.kind) {
    case 'post':
      return activity(meaning.post === 'thread' ? 'posted' : 'replied');
    case 'deleted_post':
      return activity('deleted');
    case 'reaction':
      return activity('reacted');
    default:
      return meaning;
  }
}

function among(words: readonly ObjectWord[] | undefined, word: ObjectWord | undefined): boolean {
  return words === undefined || (word !== undefined && words.includes(word));
}
