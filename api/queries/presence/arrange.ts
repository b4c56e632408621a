import type { ResponseOf } from '../../contract/endpoint.ts';
import type { listPresence } from '../../contract/presence.ts';
import { RosterState } from '../../contract/values.ts';

type Answer = ResponseOf<typeof listPresence>;
type Learner = Answer['learners'][number];

/** What the reader asked to see of the class. */
export interface Wanted {
  readonly order: 'state' | 'name' | 'quiet';
  readonly state?: Learner['rosterState'] | undefined;
  readonly skip: number;
}

/** So many rows at a time. */
const window = 60;

/** Counts of all, and a window of those asked for in the order asked for. Comes and stays in the order of names. */
export function arranged(
  learners: readonly Learner[],
  { order, state, skip }: Wanted,
): Pick<Answer, 'now' | 'byState' | 'total' | 'learners'> {
  const byState: Answer['byState'] = {};
  for (const { rosterState } of learners) byState[rosterState] = (byState[rosterState] ?? 0) + 1;
  const some = state === undefined ? [...learners] : learners.filter(({ rosterState }) => rosterState === state);
  if (order === 'state') some.sort((one, other) => place(one) - place(other));
  if (order === 'quiet') some.sort((one, other) => quietWeeks(other) - quietWeeks(one));
  return { now: nowOf(learners), byState, total: some.length, learners: some.slice(skip, skip + window) };
}

function nowOf(learners: readonly Learner[]): Answer['now'] {
  const held = learners.flatMap(({ sessions }) => {
    const cell = sessions.at(-1);
    return Array.isArray(cell) && cell[1] > 0 ? [cell] : [];
  });
  const counts = learners.flatMap(({ activity }) => {
    const cell = activity.at(-1);
    return typeof cell === 'number' ? [cell] : [];
  });
  return {
    came: held.filter(([came]) => came > 0).length,
    asked: held.length,
    here: counts.filter((count) => count > 0).length,
    seen: counts.length,
  };
}

const place = ({ rosterState }: Learner): number => RosterState.options.indexOf(rosterState);

/**
 * Weeks at the end in which nothing was seen although it could have been; -1 for whom nothing is known at all, so that
 * "we cannot tell" is never listed as the quietest.
 */
export function quietWeeks({ sessions, activity }: Pick<Learner, 'sessions' | 'activity'>): number {
  const length = Math.max(sessions.length, activity.length);
  let quiet = 0;
  let known = false;
  for (let at = length - 1; at >= 0; at--) {
    const days = activity[at];
    const came = sessions[at];
    if (typeof days === 'number' || Array.isArray(came)) known = true;
    if ((typeof days === 'number' && days > 0) || (Array.isArray(came) && came[0] > 0)) return quiet;
    if (days === 0 || (Array.isArray(came) && came[1] > 0)) quiet += 1;
  }
  return known ? quiet : -1;
}
