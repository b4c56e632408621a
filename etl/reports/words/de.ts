import { cohort } from './de-cohort.ts';
import { evaluation } from './de-evaluation.ts';
import type { ReportWords } from './words.ts';

export const de: ReportWords = {
  page: (number, of) => `Seite ${String(number)} von ${String(of)}`,
  suppressed: 'ausgelassen',
  unknown: '–',
  and: 'und',
  bands: [
    'in Kontakt',
    'der Kontakt wird dünner',
    'könnte ohne Anschluss sein',
    'könnte ohne Anschluss sein (hoch)',
    'nicht zu sagen',
  ],
  learners: 'Lernende',
  week: 'Woche vom',
  course: 'Kurs',
  health: 'Gemeinschaft',
  from: 'von',
  to: 'bis',
  themes: {
    VC: 'Gemeinschaft',
    CO: 'Austausch',
    EC: 'Sich aufgehoben fühlen',
    EI: 'Nähe der Lehrenden',
    CF: 'Beweglichkeit',
    TA: 'Technik',
  },
  healthBands: { thriving: 'lebendig', steady: 'stabil', fragile: 'brüchig', struggling: 'in Mühe' },
  interval: (low, high) => `${low} bis ${high}`,
  definition: (kind, versions) =>
    `${{ isolation: 'Anschluss', presence_signal: 'Anwesenheitssignal', community_health: 'Gemeinschaft' }[kind] ?? kind.replaceAll('_', ' ')}: Fassung ${versions}`,
  method: 'Wie die Zahlen entstanden sind',
  limits: 'Was die Zahlen nicht sagen',
  cohort,
  evaluation,
};
