import { listOf, objectOf, part, Refused, shape, word, type Rule } from './rule.ts';
import { iri, mbox, sha1, text } from './values.ts';

const identifiers = {
  mbox,
  mbox_sha1sum: sha1,
  openid: iri,
  account: shape({ homePage: iri, name: text }, ['homePage', 'name']),
};

const agentShape = shape({ objectType: word('Agent'), name: text, ...identifiers });

export const agent: Rule = (value) => {
  agentShape(value);
  const count = identifiersOf(value);
  if (count !== 1) {
    throw new Refused(count === 0 ? 'names nobody: one of mbox, mbox_sha1sum, openid, account is missing' : tooMany);
  }
};

const groupShape = shape({ objectType: word('Group'), name: text, member: listOf(agent), ...identifiers }, [
  'objectType',
]);

export const group: Rule = (value) => {
  groupShape(value);
  const count = identifiersOf(value);
  if (count > 1) throw new Refused(tooMany);
  const { member } = objectOf(value) as { readonly member?: readonly unknown[] };
  if (count === 0 && !member?.length) throw new Refused('is a group without identifier and without members');
};

export const actor: Rule = (value) => {
  if (objectOf(value).objectType === 'Group') group(value);
  else agent(value);
};

/** Who vouches for a statement: an agent, or the application and the user of OAuth. */
export const authority: Rule = (value) => {
  actor(value);
  const { objectType, member } = objectOf(value) as { readonly objectType?: string; readonly member?: unknown[] };
  if (objectType !== 'Group') return;
  if (identifiersOf(value) > 0) throw new Refused('is a group with an identifier');
  if (member?.length !== 2) part('member', () => never('is not the two members of OAuth'), member);
};

const tooMany = 'has more than one of mbox, mbox_sha1sum, openid, account';

const identifiersOf = (value: unknown): number => {
  const object = objectOf(value);
  return Object.keys(identifiers).filter((name) => Object.hasOwn(object, name)).length;
};

function never(message: string): never {
  throw new Refused(message);
}
