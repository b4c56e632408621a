import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { BacktestLabel, listBacktests } from '../contract/backtests.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { select } from './select.ts';

type Answer = ResponseOf<typeof listBacktests>;
type Run = Answer['runs'][number];
type Chosen = NonNullable<Answer['chosen']>;
type Label = z.output<typeof BacktestLabel>;
type Labelled<One> = readonly (One & { readonly label: Label })[];

/** As a back-test keeps it, of every label at once. */
interface Told extends Pick<Chosen, 'stability' | 'found' | 'calibration'> {
  readonly results: Labelled<Chosen['told']['results'][number]>;
  readonly curves: Labelled<Chosen['told']['curves'][number]>;
  readonly leadTimes: Labelled<NonNullable<Chosen['told']['leadTime']>>;
  readonly bands: Labelled<Chosen['told']['bands'][number]>;
  readonly slices: Labelled<Chosen['told']['slices'][number]>;
  readonly between: Labelled<Chosen['told']['between'][number]>;
  readonly plots: Labelled<Chosen['told']['plots'][number]>;
  readonly leftOut: Labelled<object>;
}

/** The kept runs, and the chosen or newest one by the chosen label; row-level security lets only researchers see any. */
export async function backtests(
  db: ReadDb,
  { digest, label }: { readonly digest?: string | undefined; readonly label?: Label | undefined },
): Promise<Answer> {
  const places = await select<object>(db, sql`select * from ops.list_research_units()`);
  const rows = await select<Omit<Run, 'madeAt'> & { madeAt: Date }>(
    db,
    sql`
      select digest, made_at, courses, known_then, definitions from insight.backtest
      order by made_at desc, digest`,
  );
  const runs = rows.map((row): Run => ({ ...row, madeAt: row.madeAt.toISOString() }));
  const run = digest === undefined ? runs[0] : runs.find((one) => one.digest === digest);
  if (!run) return { researcher: places.length > 0, runs, chosen: null };
  const [kept] = await select<{ told: Told }>(db, sql`select told from insight.backtest where digest = ${run.digest}`);
  return { researcher: places.length > 0, runs, chosen: kept ? chosenOf(run, kept.told, label) : null };
}

function chosenOf(run: Run, kept: Told, wanted: Label | undefined): Chosen {
  const { stability, found, calibration, leftOut } = kept;
  const labels = [...new Set(kept.results.map(({ label }) => label))];
  const label = labels.find((one) => one === wanted) ?? labels.at(-1) ?? null;
  const own = <One extends { readonly label: Label }>(all: readonly One[]): One[] =>
    all.filter((one) => one.label === label);
  return {
    run,
    labels,
    leftOut: leftOut.map((one) => one.label),
    label,
    told: {
      results: own(kept.results),
      curves: own(kept.curves),
      leadTime: own(kept.leadTimes)[0] ?? null,
      bands: own(kept.bands),
      slices: own(kept.slices),
      between: own(kept.between),
      plots: own(kept.plots),
    },
    stability,
    found,
    calibration,
  };
}
