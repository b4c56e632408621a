import { defineIndicator } from '../indicator.ts';
import { cellOf, evenness } from './reading/entropy.ts';
import { ofSeen } from './reading/seen.ts';

export const regularity = defineIndicator({
  of: 'learner',
  id: 'regularity',
  title: 'Rhythm',
  question: 'How regular are the hours of activity?',
  unit: 'index',
  range: [0, 1],
  better: 'neither',
  needs: ['activity'],
  minimum: '20 active hours in 42 days',

  sentence: 'Rhythm {x}: 1 is always the same hours (no judgement).',
  themes: ['TA'],
  constructs: [],
  roles: ['show'],
  catalogue: 'S30',
  formula: '1 - entropy of active hours over 7 weekdays x 4 quarters of the day / ln 28, 42 days.',
  source: 'Boroujeni et al. (2016)',
  pitfalls: ['Shift workers and carers are irregular: never in a score.'],
  version: 1,

  compute(snapshot) {
    const { actionsOf, lastDay } = snapshot;
    return ofSeen(snapshot, ['activity'], (_, person) => {
      const cells = new Array<number>(28).fill(0);
      let active = 0;
      for (const { day, part, hours } of actionsOf(person)) {
        if (day <= lastDay - 42) continue;
        cells[cellOf(day, part)]! += hours;
        active += hours;
      }
      return active < 20 ? null : 1 - evenness(cells);
    });
  },
});
