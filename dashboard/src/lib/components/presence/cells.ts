import type { PresenceLearner } from '#lib/api/types.ts';

type Session = PresenceLearner['sessions'][number];
type Activity = PresenceLearner['activity'][number];

/** What stands in a cell and how dark it is: 0 (nothing happened) to 4; null where there is nothing to be dark about. */
export interface Mark {
  readonly text: string;
  readonly step: number | null;
  /** Hatched: nobody can tell, which is not nothing. */
  readonly unknown: boolean;
}

const signs = { none_held: '·', not_known: '?', not_enrolled: '' } as const;

export function sessionMark(cell: Session): Mark {
  if (typeof cell === 'string') return { text: signs[cell], step: null, unknown: cell === 'not_known' };
  const [came, held] = cell;
  return held === 0
    ? { text: 'e', step: null, unknown: false }
    : { text: `${came}/${held}`, step: Math.ceil((came / held) * 4), unknown: false };
}

/** Of seven days, or of so many posts as a lively week has. */
export function activityMark(cell: Activity): Mark {
  if (typeof cell === 'string') return { text: signs[cell], step: null, unknown: cell === 'not_known' };
  return { text: String(cell), step: Math.min(4, Math.ceil((cell / 7) * 4)), unknown: false };
}

/** One learner's weeks added up. Weeks that nobody can tell are counted, and added to nothing. */
export function sumsOf({ sessions, activity }: Pick<PresenceLearner, 'sessions' | 'activity'>) {
  const held = sessions.filter((cell) => typeof cell !== 'string');
  const counts = activity.filter((cell) => typeof cell === 'number');
  return {
    came: held.reduce((sum, [came]) => sum + came, 0),
    held: held.reduce((sum, [, offered]) => sum + offered, 0),
    count: counts.reduce((sum, count) => sum + count, 0),
    active: counts.filter((count) => count > 0).length,
    weeks: counts.length,
    unknown: (activity.length > 0 ? activity : sessions).filter((cell) => cell === 'not_known').length,
  };
}
