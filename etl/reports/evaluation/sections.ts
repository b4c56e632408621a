import { intervals } from '../../print/charts/intervals.ts';
import type { Block } from '../../print/document.ts';
import { printed } from '../cohort/weeks.ts';
import type { Speech } from '../words/speech.ts';
import type { Rate } from './rate.ts';
import type { ToldEvaluation } from './told.ts';

/** A rate in words: the share with its interval. */
function said(rate: Rate | null, { words, share }: Speech) {
  if (rate === null) return null;
  const reach = words.interval(share(rate.low), share(rate.high));
  return { ...rate, reach, text: `${share(rate.value)} (${reach})` };
}

export function inShort({ steps: [listed, contacted], times }: ToldEvaluation, speech: Speech): Block[] {
  const { words, number, share } = speech;
  const { evaluation } = words;
  if (typeof listed?.people !== 'number' || listed.people === 0) return [{ kind: 'text', text: evaluation.none }];
  const rate = said(contacted!.rate, speech);
  const sentences = [
    evaluation.alerts(number(listed.people)),
    rate === null
      ? evaluation.hidden
      : evaluation.contacted(number(Number(contacted!.people)), share(rate.value), rate.reach),
    times === null
      ? evaluation.tooFewStaff
      : evaluation.timeTo(number(times.median), times.withinWeek === null ? words.suppressed : share(times.withinWeek)),
  ];
  return [{ kind: 'text', text: sentences.join(' ') }];
}

export function funnelBlocks({ steps }: ToldEvaluation, speech: Speech): Block[] {
  const { words } = speech;
  const { evaluation } = words;
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
        rows: steps.map(({ people, rate }, place) => [
          evaluation.steps[place]!,
          printed(people, speech),
          place === 0 ? '' : (said(rate, speech)?.text ?? (steps[0]!.people === 0 ? words.unknown : words.suppressed)),
        ]),
      },
    },
  ];
}

export function effectBlocks({ effects }: ToldEvaluation, speech: Speech): Block[] {
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

export function groupBlocks({ groups }: ToldEvaluation, speech: Speech): Block[] {
  const { evaluation } = speech.words;
  return [
    { kind: 'heading', text: evaluation.groups },
    { kind: 'text', text: evaluation.groupsMore },
    ...(groups.length === 0
      ? [{ kind: 'text', text: evaluation.noGroups } as const]
      : groups.flatMap((grouping) => groupingBlocks(grouping, speech))),
  ];
}

function groupingBlocks({ by, groups }: ToldEvaluation['groups'][number], speech: Speech): Block[] {
  const { words, number } = speech;
  const { evaluation } = words;
  const title = evaluation.groupTitles[by];
  const rows = groups.map(({ name, contacted, listed, days, rate }) => ({
    label: name ?? evaluation.other,
    rate: said(rate, speech),
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
