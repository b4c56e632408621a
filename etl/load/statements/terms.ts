import { personOf } from '../../extract/xapi/people.ts';
import { shortDigest } from '../canonical.ts';

/** What a statement can be found by. `any` stands wherever the statement names it, the others where the filter looks first. */
export type TermKind = 'agent' | 'any agent' | 'activity' | 'any activity' | 'verb' | 'registration';

/** 52 bits of SHA-256: as many as a JavaScript number holds whoever reads the column. */
export function term(kind: TermKind, what: string): number {
  const text = `${kind}\0${what}`;
  const known = terms.get(text);
  if (known !== undefined) return known;
  const made = shortDigest(text);
  if (terms.size >= most) terms.clear();
  terms.set(text, made);
  return made;
}

/** Verbs, courses and people come again and again. */
const terms = new Map<string, number>();
const most = 50_000;

type Part = Readonly<Record<string, unknown>>;

/** Every term of a statement that has passed the rules. */
export function termsOf(statement: Part): number[] {
  const found = new Set<number>();
  const { verb, context } = statement as { readonly verb: { readonly id: string }; readonly context?: Part };
  found.add(term('verb', verb.id));
  if (typeof context?.registration === 'string') found.add(term('registration', context.registration.toLowerCase()));
  addAgents(found, ['agent', 'any agent'], statement.actor);
  addObject(found, ['agent', 'any agent'], ['activity', 'any activity'], statement.object as Part);
  addAgents(found, ['any agent'], statement.authority);
  addContext(found, context);
  return [...found];
}

function addObject(found: Set<number>, agents: TermKind[], activities: TermKind[], object: Part): void {
  switch (object.objectType) {
    case 'Agent':
    case 'Group':
      addAgents(found, agents, object);
      break;
    case 'SubStatement':
      addAgents(found, ['any agent'], object.actor);
      addObject(found, ['any agent'], ['any activity'], object.object as Part);
      addContext(found, object.context as Part | undefined);
      break;
    case 'StatementRef':
      break; // what finds the other statement finds this one: see ops.find_statements
    default:
      addActivity(found, activities, object);
  }
}

function addContext(found: Set<number>, context: Part | undefined): void {
  if (context === undefined) return;
  const { instructor, team, contextActivities = {}, contextAgents = [], contextGroups = [] } = context;
  addAgents(found, ['any agent'], instructor);
  addAgents(found, ['any agent'], team);
  for (const { agent } of contextAgents as Part[]) addAgents(found, ['any agent'], agent);
  for (const { group } of contextGroups as Part[]) addAgents(found, ['any agent'], group);
  for (const each of Object.values(contextActivities as Part).flat())
    addActivity(found, ['any activity'], each as Part);
}

function addActivity(found: Set<number>, kinds: readonly TermKind[], { id }: Part): void {
  for (const kind of kinds) found.add(term(kind, String(id)));
}

/** An agent, or a group and whoever it names as a member. */
function addAgents(found: Set<number>, kinds: readonly TermKind[], who: unknown): void {
  if (who === undefined) return;
  const key = agentKey(who as Part);
  if (key !== undefined) for (const kind of kinds) found.add(term(kind, key));
  for (const member of ((who as Part).member ?? []) as Part[]) addAgents(found, kinds, member);
}

/** The key of the account it becomes. Undefined: a group without an identifier, which is nobody that could be asked for. */
export const agentKey = (agent: Part): string | undefined => personOf(agent)?.key;
