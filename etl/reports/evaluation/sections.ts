import { wilson } from '../../measures/wilson.ts';
import { intervals } from '../../print/charts/intervals.ts';
import type { Block } from '../../print/document.ts';
import type { Cell } from '../report.ts';
import { printed } from '../cohort/weeks.ts';
import type { Speech } from '../words/speech.ts';
import type { EvaluationNumbers } from './gather.ts';
import type { ToldGrouping } from './groups.ts';

/** A share with its interval, of counts as they are printed; null: one of them is left out, or nobody. */
function rateOf(part: Cell, whole: Cell, { words, share }: Speech) {
  if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return null;
  const of = Math.min(part, whole);
  const { low, high } = wilson(of, whole)!;
  const reach = words.interval(share(low), share(high));
  return { value: of / whole, low, high, reach, text: `${share(of / whole)} (${reach})` };
}

export function inShort({ funnel, times }: EvaluationNumbers, speech: Speech): Block[] {
  const { words, number, share } = speech;
  const { evaluation } = words;
  const { listed, contacted } = funnel;
  if (listed === null || listed === 0) return [{ kind: 'text', text: evaluation.none }];
  const rate = rateOf(contacted, listed, speech);
  const said = [
    evaluation.alerts(number(listed)),
    rate === null ? evaluation.hidden : evaluation.contacted(number(contacted!), share(rate.value), rate.reach),
    times === null
      ? evaluation.tooFewStaff
      : evaluation.timeTo(number(times.median), times.withinWeek === null ? words.suppressed : share(times.withinWeek)),
  ];
  return [{ kind: 'text', text: said.join(' ') }];
}

export function funnelBlocks({ funnel }: EvaluationNumbers, speech: Speech): Block[] {
  const { words } = speech;
  const { evaluation } = words;
  const counts = [funnel.listed, funnel.contacted, funnel.answered, funnel.setAside].map(
    (count) => count ?? 'suppressed',
  );
  return [
    { kind: 'heading', text: evaluation.funnel },
    {
      kind: 'table',
      table: {
        caption: evaluation.funnelTable,
        columns: [
          { title: evaluation.step },
          { title: evaluation.people, number: true },
          { title: evaluation.share, number: true },
        ],
        rows: counts.map((count, place) => [
          evaluation.steps[place]!,
          printed(count, speech),
          place === 0
            ? ''
            : (rateOf(count, counts[0]!, speech)?.text ?? (counts[0] === 0 ? words.unknown : words.suppressed)),
        ]),
      },
    },
  ];
}

export function effectBlocks({ effects }: EvaluationNumbers, speech: Speech): Block[] {
  const { words, number } = speech;
  const { evaluation } = words;
  const reach = ({ low, high }: { low: number; high: number }) => words.interval(number(low, 2), number(high, 2));
  return [
    { kind: 'heading', text: evaluation.effects },
    {
      kind: 'list',
      items: effects.map(({ weeks, pooled }) =>
        pooled === null
          ? evaluation.effectTooFew(weeks)
          : evaluation.effectSaid(weeks, number(pooled.difference, 2), reach(pooled)),
      ),
    },
    {
      kind: 'table',
      table: {
        caption: evaluation.effectTable,
        columns: evaluation.effectColumns.map((title, place) => ({ title, number: place > 0 })),
        rows: effects.map(({ weeks, courses, contacts, pooled }) => [
          evaluation.afterWeeks(weeks),
          number(courses),
          pooled === null && contacts > 0 ? words.suppressed : number(contacts),
          pooled === null ? words.unknown : number(pooled.difference, 2),
          pooled === null ? words.unknown : reach(pooled),
        ]),
      },
    },
  ];
}

export function groupBlocks({ groups }: EvaluationNumbers, speech: Speech): Block[] {
  const { evaluation } = speech.words;
  return [
    { kind: 'heading', text: evaluation.groups },
    { kind: 'text', text: evaluation.groupsMore },
    ...(groups.length === 0
      ? [{ kind: 'text', text: evaluation.noGroups } as const]
      : groups.flatMap((grouping) => groupingBlocks(grouping, speech))),
  ];
}

function groupingBlocks({ by, groups }: ToldGrouping, speech: Speech): Block[] {
  const { words, number } = speech;
  const { evaluation } = words;
  const title = evaluation.groupTitles[by];
  const rows = groups.map(({ name, contacted, listed, days }) => ({
    label: name ?? evaluation.other,
    rate: rateOf(contacted, listed, speech),
    contacted,
    listed,
    days,
  }));
  const picture = intervals(
    rows.map(({ label, rate }) => ({
      label,
      value: rate === null ? null : 100 * rate.value,
      low: rate === null ? null : 100 * rate.low,
      high: rate === null ? null : 100 * rate.high,
      text: rate?.text ?? words.suppressed,
    })),
    { from: 0, to: 100 },
  );
  const caption = evaluation.groupsCaption(title);
  return [
    { kind: 'figure', caption, instead: `${caption} ${evaluation.groupsTable(title)}.`, picture },
    {
      kind: 'table',
      table: {
        caption: evaluation.groupsTable(title),
        columns: [
          { title: evaluation.group },
          ...[evaluation.people, evaluation.steps[1], evaluation.rate, evaluation.daysTo].map((each) => ({
            title: each,
            number: true,
          })),
        ],
        rows: rows.map(({ label, rate, contacted, listed, days }) => [
          label,
          printed(listed, speech),
          printed(contacted, speech),
          rate?.text ?? words.suppressed,
          days === null ? words.unknown : number(days),
        ]),
      },
    },
  ];
}
