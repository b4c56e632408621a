import type { Observation } from '@kith/etl/outcomes/observation.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';

interface Plan {
  readonly seed: number;
  /** Effective peers a contact adds, from the week after it on. */
  readonly effect: number;
  readonly courses?: number;
  readonly learners?: number;
  readonly weeks?: number;
  readonly budget?: number;
  readonly window?: number;
}

/**
 * Terms in which a scripted instructor reaches whoever ranks highest, as many as the budget allows and nobody again within
 * three weeks. Everybody has a level of their own around which each week wanders, so whoever ranks high tends to fall
 * back by themselves: regression to the mean.
 */
export function simulatedTerm({ seed, effect, courses = 4, learners = 60, weeks = 10, budget = 3, window = 4 }: Plan) {
  const contacts: Observation[] = [];
  const others: Observation[] = [];
  for (let course = 0; course < courses; course++) {
    const random = randomOf(seed, 'did it help', course);
    const shocks = Array.from({ length: weeks + window + 1 }, () => random.normal(0, 0.2));
    const people = Array.from({ length: learners }, (_, index) => {
      const level = Math.max(0.2, random.normal(3, 1.2));
      let wander = random.normal(0, 0.7);
      const noise = shocks.map((shock) => {
        wander = 0.6 * wander + random.normal(0, 0.56);
        return wander + shock;
      });
      return { learner: `${course}-${index}`, level, noise, reached: [] as number[] };
    });
    const peers = (one: (typeof people)[number], week: number) =>
      Math.max(0, one.level + one.noise[week]! + effect * one.reached.filter((at) => at < week).length);
    const scores = people.map(() => Array.from({ length: weeks }, () => random.normal(0, 6)));
    const scoreOf = (index: number, week: number) =>
      Math.min(100, Math.max(0, 90 - 22 * peers(people[index]!, week) + scores[index]![week]!));
    const listed: { index: number; week: number }[] = [];
    for (let week = 2; week < weeks; week++) {
      const rank = (index: number) => scoreOf(index, week) + (random.chance(0.3) ? 10 : 0);
      const ranked = people
        .map((one, index) => ({ one, index, rank: rank(index) }))
        .filter(({ one }) => !one.reached.some((at) => week - at < 3))
        .sort((a, b) => b.rank - a.rank)
        .slice(0, budget);
      for (const { one, index } of ranked) {
        one.reached.push(week);
        listed.push({ index, week });
      }
    }
    const observed = (index: number, week: number): Observation => ({
      learner: people[index]!.learner,
      courseWeek: `${course}/${week}`,
      score: scoreOf(index, week),
      trend: 0,
      coverage: 1,
      baseline: peers(people[index]!, week),
      change: peers(people[index]!, week + window) - peers(people[index]!, week),
      reached: people[index]!.reached.filter((at) => at >= week && at < week + window).length,
    });
    const recently = ({ reached }: (typeof people)[number], week: number) =>
      reached.some((at) => at < week && at >= week - 4);
    for (const { index, week } of listed) if (!recently(people[index]!, week)) contacts.push(observed(index, week));
    for (let week = 2; week < weeks; week++)
      for (const [index, one] of people.entries())
        if (!recently(one, week) && !one.reached.includes(week)) others.push(observed(index, week));
  }
  return { contacts, others };
}
