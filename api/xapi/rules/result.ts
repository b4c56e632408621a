import { objectOf, Refused, shape, type Rule } from './rule.ts';
import { duration, extensions, number, text, truth } from './values.ts';

const scoreShape = shape({ scaled: number, raw: number, min: number, max: number });

const score: Rule = (value) => {
  scoreShape(value);
  const { scaled = 0, raw, min = -Infinity, max = Infinity } = objectOf(value) as Readonly<Record<string, number>>;
  if (scaled < -1 || scaled > 1) throw new Refused('has a scaled value outside -1 to 1');
  if (min >= max) throw new Refused('has a minimum that is not below the maximum');
  if (raw !== undefined && (raw < min || raw > max))
    throw new Refused('has a raw value outside its minimum and maximum');
};

export const result: Rule = shape({
  score,
  success: truth,
  completion: truth,
  response: text,
  duration,
  extensions,
});
