import { cohort } from './en-cohort.ts';
import { evaluation } from './en-evaluation.ts';
import type { ReportWords } from './words.ts';

export const en: ReportWords = {
  page: (number, of) => `Page ${String(number)} of ${String(of)}`,
  suppressed: 'left out',
  unknown: '–',
  and: 'and',
  bands: ['in touch', 'contact is getting thin', 'may be unconnected', 'may be unconnected (high)', 'cannot tell'],
  learners: 'Learners',
  week: 'Week of',
  course: 'Course',
  health: 'Community health',
  from: 'from',
  to: 'to',
  themes: {
    VC: 'Virtual community',
    CO: 'Communication',
    EC: 'Emotional comfort',
    EI: 'E-immediacy',
    CF: 'Flexibility',
    TA: 'Technology',
  },
  healthBands: { thriving: 'thriving', steady: 'steady', fragile: 'fragile', struggling: 'struggling' },
  interval: (low, high) => `${low} to ${high}`,
  definition: (kind, versions) => `${kind.replaceAll('_', ' ')}: version ${versions}`,
  method: 'How this was made',
  limits: 'What it does not say',
  cohort,
  evaluation,
};
