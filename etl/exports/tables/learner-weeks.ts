import { learnerIndicators } from '../../indicators/index.ts';
import { componentAbouts } from '../../score/about.ts';
import type { ByComponent } from '../../score/types.ts';
import type { Value } from '../../indicator.ts';
import { defineExportTable, type Cell, type Column, type Row } from '../export-table.ts';
import { course, person, week } from './shared-columns.ts';

/** A learner's own answer is not for research, nor what is made of it. */
const abouts = componentAbouts.filter(({ id }) => id !== 'felt_belonging');
const components = abouts.map(({ id }) => id);
const indicators = learnerIndicators.filter(({ needs }) => !needs.includes('survey'));

const ofComponents: readonly Column[] = abouts.flatMap(({ id, title, question, unit }) => [
  { name: `points_${id}`, type: 'number', about: `Points of the score that come from "${title}".` } as const,
  { name: `value_${id}`, type: 'number', about: `${title}: ${question} Unit: ${unit}.` } as const,
  { name: `usual_${id}`, type: 'number', about: `What is usual for "${title}" among those compared with.` } as const,
]);

const ofIndicators: readonly Column[] = indicators.map(
  ({ id, question, unit, range: [low, high], version, ...more }) => ({
    name: id,
    type: 'states' in more ? 'text' : 'number',
    about: `${question} Unit: ${unit}; ${String(low ?? 'no least')} to ${String(high ?? 'no most')}; version ${String(version)}.`,
  }),
);

interface Stored {
  readonly contributions: ByComponent;
  readonly signals: { readonly values: ByComponent; readonly usual: ByComponent };
  readonly indicators: Readonly<Record<string, Value>>;
}

/** Whether the numbers of a row are left out. */
export const isSuppressed = (row: readonly Cell[]): boolean =>
  row[learnerWeeks.columns.findIndex(({ name }) => name === 'state')] === 'own_word';

export const learnerWeeks = defineExportTable({
  id: 'learner_weeks',
  title: 'Learner-weeks',
  about: 'What Kith says of one learner at the end of one week of one course.',
  sqlFile: 'learner-weeks.sql',
  columns: [
    course,
    person,
    week,
    { name: 'kind', type: 'text', about: 'isolation, or presence_signal where nobody can see who talks to whom.' },
    {
      name: 'state',
      type: 'text',
      about:
        'scored, not_enough_data, unseen, staff_unknown, or own_word: the learner’s own answer to a survey is part of the score, so the numbers of the week are left out.',
    },
    { name: 'roster_state', type: 'text', about: 'What the roster says of the learner that week.' },
    { name: 'score', type: 'number', about: '0 to 100, unrounded; null unless scored.' },
    { name: 'band', type: 'text', about: 'connected, watch, elevated or high, after hysteresis; null unless scored.' },
    { name: 'trend', type: 'text', about: 'worsening, improving or steady.' },
    { name: 'coverage', type: 'number', about: 'Share of the score’s weights that could be seen, 0 to 1.' },
    { name: 'confidence', type: 'number', about: 'How sure Kith is of the score, 0 to 1.' },
    { name: 'weeks_observed', type: 'integer', about: 'Complete weeks with data before this one ended.' },
    { name: 'definition_version', type: 'integer', about: 'Version of the definition of that kind of score.' },
    ...ofComponents,
    ...ofIndicators,
  ],

  cells(row: Row): readonly Cell[] {
    const told = row.ownWord === true;
    const { contributions, signals, indicators: values } = row as unknown as Stored;
    const number = (cell: unknown): Cell => (told ? null : ((cell ?? null) as Cell));
    return [
      row.course as string,
      row.person as string,
      row.week as number,
      row.kind as string,
      told ? 'own_word' : (row.state as string),
      row.rosterState as Cell,
      ...[row.score, row.band, row.trend, row.coverage, row.confidence].map(number),
      row.weeksObserved as number,
      row.definitionVersion as number,
      ...components.flatMap((id) =>
        [contributions[id], signals.values[id], signals.usual[id]].map((part) => number(part)),
      ),
      ...indicators.map(({ id }) => values[id] ?? null),
    ];
  },
});
