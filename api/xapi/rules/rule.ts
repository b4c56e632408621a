/** Looks at one value of a statement. Throws {@link Refused}; a value that passes is an xAPI value of that kind. */
export type Rule = (value: unknown) => void;

/** Why a statement cannot be taken. The message says nothing of what the statement says. */
export class Refused extends Error {
  /** Steps from the statement to the value: `['context', 'team', 'member', 0]`. */
  readonly path: (string | number)[] = [];

  constructor(message: string) {
    super(message);
    this.name = 'Refused';
  }

  /** `context.team.member[0]`. */
  get place(): string {
    return this.path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
      .join('')
      .replace(/^\./, '');
  }
}

/** Applies a rule to a part, and adds the part's name to whatever it refuses. */
export function part(step: string | number, rule: Rule, value: unknown): void {
  try {
    rule(value);
  } catch (error) {
    if (error instanceof Refused) error.path.unshift(step);
    throw error;
  }
}

/** The value as an object. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Refused(value === null ? 'is null' : 'is no JSON object');
}

/** An object with these properties and no others; xAPI knows no null outside extensions. */
export function shape(properties: Readonly<Record<string, Rule>>, required: readonly string[] = []): Rule {
  const rules = new Map(Object.entries(properties));
  return (value) => {
    const object = objectOf(value);
    for (const name of required) if (!Object.hasOwn(object, name)) throw new Refused(`lacks "${name}"`);
    for (const name of Object.keys(object)) {
      const rule = rules.get(name);
      if (rule === undefined) throw new Refused(`has a property that xAPI does not know here: "${shown(name)}"`);
      part(name, rule, object[name]);
    }
  };
}

export const listOf =
  (rule: Rule, least = 0): Rule =>
  (value) => {
    if (!Array.isArray(value)) throw new Refused('is no list');
    if (value.length < least) throw new Refused('is an empty list');
    value.forEach((each, index) => part(index, rule, each));
  };

export const oneOrMore =
  (rule: Rule): Rule =>
  (value) =>
    Array.isArray(value) ? listOf(rule)(value) : rule(value);

export const word =
  (...words: readonly string[]): Rule =>
  (value) => {
    if (typeof value !== 'string' || !words.includes(value)) throw new Refused(`is not ${words.join(' or ')}`);
  };

/** Names are the sender's own; a long or unprintable one is cut. */
const shown = (name: string): string => name.replace(/[^\x20-\x7e]/g, '?').slice(0, 40);
