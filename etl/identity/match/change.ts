import type { Db } from '@kith/sql/connect.ts';

/** What a steward says about accounts. */
export type Wish =
  /** The people of two accounts are one. `ownWord`: the learner said so. */
  | { readonly kind: 'join'; readonly accountIds: readonly [number, number]; readonly ownWord?: boolean }
  /** The people of two accounts are two, and are not to be suggested again. */
  | { readonly kind: 'part'; readonly accountIds: readonly [number, number] }
  /** These accounts are not the person they stand for, but one of their own. */
  | { readonly kind: 'split'; readonly accountIds: readonly number[] }
  /** A sign of the queue joins nobody. */
  | { readonly kind: 'ignore'; readonly sign: string }
  | { readonly kind: 'undo'; readonly changeId: number };

/** A change as it is carried out. */
export interface Change {
  readonly changeId: number;
  readonly kind: Wish['kind'] | 'load';
  readonly accountIds: readonly number[];
  readonly sign: string | null;
  readonly undoes: number | null;
  readonly ownWord: boolean;
}

/** What was asked cannot be done. */
export class CannotMatch extends Error {
  readonly hint: string;

  constructor(message: string, hint = 'kith match shows who is who now.') {
    super(message);
    this.name = 'CannotMatch';
    this.hint = hint;
  }
}

/** Puts a wish into the log, where it waits to be carried out. Returns its number. */
export async function askChange(db: Db, institutionId: number, wish: Wish, why: string | undefined): Promise<number> {
  const accountIds = 'accountIds' in wish ? [...wish.accountIds] : [];
  const { changeId } = await db
    .insertInto('identity.matchChange')
    .values({
      institutionId,
      kind: wish.kind,
      state: 'asked',
      accountId: accountIds[0] ?? null,
      accountIds,
      sign: wish.kind === 'ignore' ? wish.sign : null,
      undoes: wish.kind === 'undo' ? wish.changeId : null,
      ownWord: wish.kind === 'join' && wish.ownWord === true,
      why: why ?? null,
      askedAt: new Date(),
    })
    .returning('changeId')
    .executeTakeFirstOrThrow();
  return changeId;
}
