import { courseIndicators } from '@kith/etl/indicators/index.ts';
import type { z } from 'zod';
import type { CourseWeek } from '../contract/course.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { Health } from '../contract/health.ts';
import type { getNetwork } from '../contract/network.ts';
import { many } from './de/amounts.ts';
import { errors } from './de/errors.ts';
import { happenings } from './de/happenings.ts';
import { loadDe } from './de/loads.ts';
import { measures } from './de/measures.ts';
import { methodDe } from './de/methods.ts';
import { nextSteps } from './de/next-steps.ts';
import { rowCodes } from './de/row-codes.ts';
import { retention } from './de/retention.ts';
import { changeDe, reasonDe } from './de/reasons.ts';
import { hiddenDe, visibilityDe } from './de/unseen.ts';
import { phraseIn } from './phrase.ts';
import type { Speech } from './speech.ts';

type HealthShown = z.output<typeof Health>;
type Part = HealthShown['themes'][number]['indicators'][number];
type Network = ResponseOf<typeof getNetwork>;

const phrases = { ...errors, ...nextSteps };
const said = { ...happenings, ...retention };

const themes: Readonly<Record<HealthShown['themes'][number]['theme'], string>> = {
  VC: 'Gemeinschaft',
  CO: 'Austausch',
  EC: 'Geborgenheit und Unterstützung',
  EI: 'Nähe der Lehrenden',
  CF: 'Zeitliche Freiheit',
  TA: 'Technik und Zugang',
};

const horizons = new Map<string, (typeof courseIndicators)[number]>(
  courseIndicators.map((indicator) => [indicator.id, indicator]),
);
const few = new Intl.NumberFormat('de', { maximumFractionDigits: 2, minimumFractionDigits: 2 });

/** As `sentenceOf`: shares as whole per cent, what is large without decimals, a wait that was never over as "more than". */
function measureSentence(id: string, value: number): string | undefined {
  const about = horizons.get(id);
  const words = measures[id];
  if (about === undefined || words === undefined) return undefined;
  if (about.horizon !== undefined && value >= about.horizon)
    return words.sentence.replace(/(etwa )?\{x\}/, `mehr als ${String(about.horizon)}`);
  const whole = Number.isInteger(value) || Math.abs(value) >= 10;
  const said =
    about.unit === 'share'
      ? `${String(Math.round(value * 100))} %`
      : whole
        ? String(Math.round(value))
        : few.format(value);
  return words.sentence.replace('{x}', said);
}

const part = (one: Part): Part => ({
  ...one,
  title: measures[one.id]?.title ?? one.title,
  sentence: measureSentence(one.id, one.value) ?? one.sentence,
});

const health = (one: HealthShown): HealthShown => ({
  ...one,
  themes: one.themes.map((theme) => ({
    ...theme,
    title: themes[theme.theme],
    indicators: theme.indicators.map(part),
    movedBy: theme.movedBy && { ...theme.movedBy, ...part(theme.movedBy) },
  })),
  weakestIndicator: one.weakestIndicator && part(one.weakestIndicator),
});

type Held = NonNullable<z.output<typeof CourseWeek>['course']['redRun']>;
const heldBack = (run: Held): Held => ({ ...run, message: run.message && loadDe(run.message) });

const courseWeek = (week: z.output<typeof CourseWeek>): z.output<typeof CourseWeek> => ({
  ...week,
  course: { ...week.course, redRun: week.course.redRun && heldBack(week.course.redRun) },
  because: phraseIn(happenings, week.because),
  health: week.health && health(week.health),
  indicators: week.indicators.map((one) => ({
    ...one,
    title: measures[one.id]?.title ?? one.title,
    sentence:
      one.value === null
        ? `Nicht gezeigt: Es braucht ${measures[one.id]?.minimum ?? 'mehr Daten'}.`
        : (measureSentence(one.id, one.value) ?? one.sentence),
  })),
});

function network(picture: Network): Network {
  const learners = picture.nodes.filter((node) => !node.staff);
  const alone = learners.filter((node) => node.isolate).length;
  const rest = `${many(alone, 'niemand ist', 'Person ist', 'sind')} ohne Verbindung in diesem Bild`;
  const caption = `${String(learners.length - alone)} von ${String(learners.length)} Lernenden waren in den letzten sechs Wochen in Kontakt; ${rest}.`;
  return { ...picture, caption };
}

/** What the API says, in German. */
export const inGerman: Speech = {
  error: (english) => phraseIn(phrases, english),
  happening: (english) => phraseIn(said, english),
  load: loadDe,
  refusal: (code) => rowCodes[code],
  reason: reasonDe,
  change: changeDe,
  hidden: hiddenDe,
  visibility: (source, visibility) => visibilityDe(source, visibility),
  measure: (id) => measures[id],
  method: methodDe,
  health,
  courseWeek,
  network,
};
