import { agentKey, term } from '@kith/etl/load/statements/terms.ts';
import { ProblemError } from '../problem.ts';
import { actor } from './rules/actors.ts';
import { instant, type Edition } from './rules/instants.ts';
import { Refused, type Rule } from './rules/rule.ts';
import { iri, uuid } from './rules/values.ts';

export const formats = ['exact', 'ids', 'canonical'] as const;
export type Format = (typeof formats)[number];

/** The server's own most: what `limit=0` asks for. */
export const mostPerPage = 500;

export type Asked =
  | {
      readonly one: { readonly id: string; readonly voided: boolean };
      readonly format: Format;
      readonly attachments: boolean;
    }
  | { readonly more: string }
  | {
      readonly terms: readonly number[];
      readonly since: string | undefined;
      readonly until: string | undefined;
      readonly ascending: boolean;
      readonly most: number;
      readonly format: Format;
      readonly attachments: boolean;
    };

type Parameters = Readonly<Record<string, unknown>>;

const known =
  'statementId voidedStatementId agent verb activity registration related_activities related_agents since until limit format attachments ascending more'.split(
    ' ',
  );
const withOne = ['statementId', 'voidedStatementId', 'format', 'attachments'];

/** What GET /statements asks for. Unknown parameters are refused, as the specification wants, and so are repeated ones. */
export function askedBy(parameters: Parameters, edition: Edition): Asked {
  onlyKnown(parameters, known);
  if (parameters.more !== undefined) {
    onlyKnown(parameters, ['more']);
    return { more: parameters.more as string };
  }
  const look = { format: formatOf(parameters), attachments: flag(parameters, 'attachments') };
  for (const name of ['statementId', 'voidedStatementId'] as const) {
    const id = valid(parameters, name, uuid);
    if (id === undefined) continue;
    onlyKnown(parameters, withOne);
    if (parameters.statementId !== undefined && parameters.voidedStatementId !== undefined)
      throw wrong('statementId and voidedStatementId cannot both be asked for');
    return { one: { id: id.toLowerCase(), voided: name === 'voidedStatementId' }, ...look };
  }
  return {
    terms: termsIn(parameters),
    since: timeIn(parameters, 'since', edition),
    until: timeIn(parameters, 'until', edition),
    ascending: flag(parameters, 'ascending'),
    most: limitIn(parameters),
    ...look,
  };
}

/** The id of PUT /statements. */
export function idIn(parameters: Parameters): string {
  onlyKnown(parameters, ['statementId']);
  const id = valid(parameters, 'statementId', uuid);
  if (id === undefined) throw wrong('statementId is missing');
  return id;
}

export function onlyKnown(parameters: Parameters, names: readonly string[]): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (!names.includes(name)) throw wrong(`"${name.slice(0, 40)}" is no parameter here`);
    if (typeof value !== 'string') throw wrong(`"${name}" is given twice`);
  }
}

function termsIn(parameters: Parameters): number[] {
  const [verb, activity] = [valid(parameters, 'verb', iri), valid(parameters, 'activity', iri)];
  const registration = valid(parameters, 'registration', uuid);
  const agent = agentIn(parameters);
  const [anyAgent, anyActivity] = [flag(parameters, 'related_agents'), flag(parameters, 'related_activities')];
  return [
    verb === undefined ? [] : term('verb', verb),
    activity === undefined ? [] : term(anyActivity ? 'any activity' : 'activity', activity),
    registration === undefined ? [] : term('registration', registration.toLowerCase()),
    agent === undefined ? [] : term(anyAgent ? 'any agent' : 'agent', agent),
  ].flat();
}

function agentIn({ agent }: Parameters): string | undefined {
  if (agent === undefined) return undefined;
  const value = parsed(agent as string);
  held('agent', actor, value);
  const key = agentKey(value as Record<string, unknown>);
  if (key === undefined) throw wrong('agent names a group without an identifier');
  return key;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong('agent is no JSON');
  }
}

function timeIn(parameters: Parameters, name: string, edition: Edition): string | undefined {
  const text = valid(parameters, name, instant(edition));
  if (text === undefined) return undefined;
  const zoned = /(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(text.slice(10)) ? text : `${text}Z`;
  const at = new Date(zoned.replace(',', '.').replace(/([+-]\d\d)$/, '$1:00'));
  if (Number.isNaN(at.getTime())) throw wrong(`${name} is no timestamp`);
  return at.toISOString();
}

function limitIn({ limit }: Parameters): number {
  if (limit === undefined) return mostPerPage;
  if (!/^\d{1,9}$/.test(limit as string)) throw wrong('limit is no whole number');
  return Math.min(Number(limit) || mostPerPage, mostPerPage);
}

function formatOf({ format = 'exact' }: Parameters): Format {
  const found = formats.find((each) => each === format);
  if (found === undefined) throw wrong(`format is none of: ${formats.join(', ')}`);
  return found;
}

function flag(parameters: Parameters, name: string): boolean {
  const value = parameters[name];
  if (value !== undefined && value !== 'true' && value !== 'false') throw wrong(`${name} is neither true nor false`);
  return value === 'true';
}

function valid(parameters: Parameters, name: string, rule: Rule): string | undefined {
  const value = parameters[name];
  if (value === undefined) return undefined;
  held(name, rule, value);
  return value as string;
}

function held(name: string, rule: Rule, value: unknown): void {
  try {
    rule(value);
  } catch (error) {
    if (error instanceof Refused) throw wrong(`${[name, error.place].filter(Boolean).join('.')} ${error.message}`);
    throw error;
  }
}

const wrong = (what: string): ProblemError =>
  new ProblemError(400, 'Not a valid request', `${what}.`, 'Mend the address; names are case-sensitive.');
