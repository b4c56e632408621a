import { ProblemError } from '../problem.ts';
import type { Edition } from './rules/instants.ts';
import { Refused, type Rule } from './rules/rule.ts';
import { statementRule } from './rules/statement.ts';
import type { Part } from './receive.ts';

const rules: Readonly<Record<Edition, Rule>> = { '1.0': statementRule('1.0'), '2.0': statementRule('2.0') };

/** A statement of a request broke a rule of xAPI; nothing of the request is kept. */
export class NotAccepted extends ProblemError {
  readonly place: string;
  readonly statement: unknown;

  constructor(place: string, message: string, statement: unknown) {
    super(
      400,
      'Not a valid statement',
      `${place} ${message}.`,
      'Nothing of this request was kept. Mend the statement and send all of them again.',
    );
    this.place = place;
    this.statement = statement;
  }
}

/** The body as JSON. */
export function jsonOf(body: unknown): unknown {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new NotAccepted('The body', 'is empty', null);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new NotAccepted('The body', 'is no JSON', null);
  }
}

/** The statements of a POST, checked by the rules of the edition. Throws {@link NotAccepted} at the first broken rule. */
export function statementsOf(body: unknown, edition: Edition): Part[] {
  const many = Array.isArray(body);
  const statements = many ? (body as unknown[]) : [body];
  statements.forEach((statement, index) =>
    check(statement, edition, many ? `Statement ${index + 1}` : 'The statement'),
  );
  refuseTwins(statements as Part[]);
  return statements as Part[];
}

function check(statement: unknown, edition: Edition, name: string): void {
  try {
    rules[edition](statement);
  } catch (error) {
    if (error instanceof Refused)
      throw new NotAccepted([name, error.place].filter(Boolean).join(': '), error.message, statement);
    throw error;
  }
  const { attachments = [] } = statement as { readonly attachments?: readonly { readonly fileUrl?: string }[] };
  if (attachments.some(({ fileUrl }) => fileUrl === undefined)) {
    throw new NotAccepted(
      `${name}: attachments`,
      'has one without fileUrl, whose content is not in the request',
      statement,
    );
  }
}

function refuseTwins(statements: readonly Part[]): void {
  const ids = new Set<string>();
  for (const [index, statement] of statements.entries()) {
    if (typeof statement.id !== 'string') continue;
    const id = statement.id.toLowerCase();
    if (ids.has(id)) throw new NotAccepted(`Statement ${index + 1}: id`, 'stands twice in this request', statement);
    ids.add(id);
  }
}
