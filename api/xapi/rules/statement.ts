import { activity } from './activities.ts';
import { actor, agent, authority, group } from './actors.ts';
import { attachment } from './attachments.ts';
import { context } from './context.ts';
import { instant, type Edition } from './instants.ts';
import { result } from './result.ts';
import { listOf, objectOf, part, Refused, shape, word, type Rule } from './rule.ts';
import { iri, languageMap, uuid } from './values.ts';

export const voided = 'http://adlnet.gov/expapi/verbs/voided';

export const statementRef: Rule = shape({ objectType: word('StatementRef'), id: uuid }, ['objectType', 'id']);
const verb: Rule = shape({ id: iri, display: languageMap }, ['id']);

const things: Readonly<Record<string, Rule>> = {
  Activity: activity,
  Agent: agent,
  Group: group,
  StatementRef: statementRef,
};

/** What a statement is about; `subStatement` is what only a statement itself may be about. */
const thing =
  (subStatement?: Rule): Rule =>
  (value) => {
    const { objectType = 'Activity' } = objectOf(value);
    const rule = objectType === 'SubStatement' ? subStatement : things[String(objectType)];
    if (rule === undefined || typeof objectType !== 'string')
      throw new Refused('has an objectType that cannot stand here');
    rule(value);
  };

const required = ['actor', 'verb', 'object'] as const;

/** The rules of one edition for a whole statement, as a sender writes it. */
export function statementRule(edition: Edition): Rule {
  const parts = {
    actor,
    verb,
    result,
    context: context(edition),
    timestamp: instant(edition),
    attachments: listOf(attachment),
  };
  const subShape = shape({ objectType: word('SubStatement'), ...parts, object: thing() }, ['objectType', ...required]);
  const subStatement: Rule = (value) => {
    subShape(value);
    onlyOfActivities(value);
  };
  const version: Rule = (value) => {
    if (typeof value !== 'string' || !versions[edition].test(value))
      throw new Refused(`is no version of xAPI ${edition}`);
  };
  const whole = shape(
    { id: uuid, ...parts, object: thing(subStatement), stored: instant(edition), authority, version },
    required,
  );
  return (value) => {
    whole(value);
    onlyOfActivities(value);
    takesBackOneStatement(value);
  };
}

const versions = { '1.0': /^1\.0(?:\.\d+)?$/, '2.0': /^(?:1\.0|2\.0)(?:\.\d+)?$/ } as const;

interface Parts {
  readonly verb: { readonly id: string };
  readonly object: { readonly objectType?: string };
  readonly context?: object;
}

function onlyOfActivities(value: unknown): void {
  const { object, context: around } = value as Parts;
  if (around === undefined || (object.objectType ?? 'Activity') === 'Activity') return;
  for (const name of ['revision', 'platform']) {
    if (name in around)
      part('context', () => refuse(`has "${name}", which only statements about activities may have`), around);
  }
}

function takesBackOneStatement(value: unknown): void {
  const { verb: does, object } = value as Parts;
  if (does.id === voided && object.objectType !== 'StatementRef') {
    part('object', () => refuse('is not a StatementRef, as the verb voided asks'), object);
  }
}

function refuse(message: string): never {
  throw new Refused(message);
}
