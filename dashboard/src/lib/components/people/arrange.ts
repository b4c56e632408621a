import type { BandName, ComponentName, Learner, StateName } from '../../api/types.ts';
import { bands } from '../course/standing-out.ts';

/** What the reader asked to see, as it stands in the address. */
export type Show = BandName | 'cannot_tell';

export const shows = [...bands, 'cannot_tell'] as const satisfies readonly Show[];

/** A person in one line. */
export interface Row {
  readonly personId: number;
  readonly name: string;
  readonly state: StateName;
  readonly band: BandName | null;
  readonly score: number | null;
  /** The weightiest reason; null where nothing adds to the score. */
  readonly reason: string | null;
  readonly provisional: boolean;
  /** What could not be known. */
  readonly missing: readonly ComponentName[];
}

/** The people of a course-week as the page lays them out. */
export interface Arranged {
  readonly cards: readonly Learner[];
  /** How many more would be a card without the limit. */
  readonly moreCards: number;
  readonly rows: readonly { readonly band: BandName; readonly people: readonly Row[] }[];
  readonly cannotTell: readonly { readonly state: StateName; readonly people: readonly Row[] }[];
  readonly counts: Readonly<Record<Show, number>>;
}

/** Cards breathe, so there are few of them until the reader asks for all. */
const cardLimit = 12;

/**
 * Without a choice: those who stand out as cards, the others as lines. With a band: that band as cards. People without
 * a score are always apart and never among the scored. Keeps the order of the API (highest score first, then name).
 */
export function arrange(learners: readonly Learner[], show: Show | undefined, all = false): Arranged {
  const of = (...wanted: BandName[]) => learners.filter(({ band }) => band !== null && wanted.includes(band));
  const unknown = learners.filter(({ band }) => band === null);
  const chosen = show === undefined ? of('high', 'elevated') : show === 'cannot_tell' ? [] : of(show);
  const cards = all ? chosen : chosen.slice(0, cardLimit);
  return {
    cards,
    moreCards: chosen.length - cards.length,
    rows: show === undefined ? linesOf(['watch', 'connected'], of) : [],
    cannotTell: show === undefined || show === 'cannot_tell' ? byState(unknown) : [],
    counts: {
      high: of('high').length,
      elevated: of('elevated').length,
      watch: of('watch').length,
      connected: of('connected').length,
      cannot_tell: unknown.length,
    },
  };
}

const linesOf = (wanted: readonly BandName[], of: (band: BandName) => readonly Learner[]) =>
  wanted.map((band) => ({ band, people: of(band).map(rowOf) })).filter(({ people }) => people.length > 0);

const byState = (people: readonly Learner[]) =>
  [...Map.groupBy(people, ({ state }) => state)].map(([state, group]) => ({ state, people: group.map(rowOf) }));

const rowOf = ({ personId, name, state, band, score, reasons, provisional, hidden }: Learner): Row => ({
  personId,
  name,
  state,
  band,
  score,
  reason: reasons[0]?.sentence ?? null,
  provisional,
  missing: hidden.map(({ component }) => component),
});
