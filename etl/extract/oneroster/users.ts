import type { Extracted } from '../../connector.ts';
import { keyOf } from '../../formats/natural-key.ts';
import type { RecordInput } from '../../records/record.ts';
import type { Days } from './days.ts';
import type { Row } from './rows.ts';
import { isInactive, versionOf } from './versions.ts';

/** Roles of users that are not learners, by user: from users.csv (1.1) or roles.csv (1.2). */
type Roles = ReadonlyMap<string, string>;

/** Agents who may follow a learner. */
const observers: ReadonlyMap<string, 'parent' | 'guardian'> = new Map([
  ['parent', 'parent'],
  ['guardian', 'guardian'],
  ['relative', 'guardian'],
]);

/**
 * A person, and a relation for each agent who is a parent, guardian or relative. `known` holds the relations given so
 * far: learner and parent may both name it.
 */
export function* peopleOf(row: Row, days: Days, roles: Roles, known: Set<string>): Generator<Extracted> {
  const key = row.cell('sourcedId');
  if (key === undefined) {
    yield row.refuse('MISSING_VALUE', 'sourcedId', 'The user has no id.');
    return;
  }
  const version = versionOf(row, days);
  yield row.believe({ ...personOf(row, key), ...version });
  for (const agent of row.list('agentSourcedIds')) {
    const relation = relationOf(key, agent, roles);
    if (!relation) yield row.skip('an agent who is not known as parent, guardian or relative');
    else if (known.has(relation.key)) yield row.skip('a relation that its other side has named');
    else yield row.believe({ ...relation, ...(version.deleted && { deleted: version.deleted }) });
    if (relation) known.add(relation.key);
  }
}

function personOf(row: Row, key: string): Extract<RecordInput, { type: 'person' }> {
  const ids = [key, row.cell('identifier'), row.cell('userMasterIdentifier')].filter((id) => id !== undefined);
  const email = row.cell('email')?.toLowerCase();
  const username = row.cell('username');
  const names = [row.cell('givenName'), row.cell('familyName')].filter((name) => name !== undefined);
  return {
    type: 'person',
    key,
    displayName: names.length === 0 ? undefined : names.join(' '),
    givenName: row.cell('givenName'),
    familyName: row.cell('familyName'),
    preferredName: preferredName(row),
    active: row.cell('enabledUser')?.toLowerCase() !== 'false' && !isInactive(row),
    claims: [
      ...[...new Set(ids)].map((value) => ({ scheme: 'sis' as const, value, verified: true })),
      ...(email === undefined ? [] : [{ scheme: 'email' as const, value: email, verified: true }]),
      ...(username === undefined ? [] : [{ scheme: 'username' as const, value: username, verified: true }]),
    ],
  };
}

/** Where only one of the two is preferred, the other is the registered one. */
function preferredName(row: Row): string | undefined {
  const given = row.cell('preferredGivenName');
  const family = row.cell('preferredFamilyName');
  if (given === undefined && family === undefined) return undefined;
  return [given ?? row.cell('givenName'), family ?? row.cell('familyName')]
    .filter((name) => name !== undefined)
    .join(' ');
}

/** `agentSourcedIds` is written on either side: the learner's row names the parent, or the parent's row the learner. */
function relationOf(user: string, agent: string, roles: Roles): Extract<RecordInput, { type: 'relation' }> | undefined {
  const own = observers.get(roles.get(user) ?? '');
  const theirs = observers.get(roles.get(agent) ?? '');
  const kind = own ?? theirs;
  if (kind === undefined || (own && theirs)) return undefined;
  const [observer, learner] = own ? [user, agent] : [agent, user];
  return { type: 'relation', key: keyOf(observer, learner, kind), observer, learner, kind };
}
