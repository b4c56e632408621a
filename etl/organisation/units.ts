import type { Db } from '@kith/sql/connect.ts';

export const unitKinds = ['institution', 'faculty', 'programme'] as const;

export interface Unit {
  readonly key: string;
  readonly kind: (typeof unitKinds)[number];
  readonly title: string;
  /** Key of the node above. */
  readonly parent: string | undefined;
}

/** No node of the organisation tree has this key. */
export class NoSuchUnit extends Error {
  readonly hint = '"kith unit list" shows the tree; "kith unit add" adds to it.';

  constructor(key: string) {
    super(`There is no unit "${key}".`);
    this.name = 'NoSuchUnit';
  }
}

/** Id of the node. Throws {@link NoSuchUnit}. */
export async function unitNamed(db: Db, institutionId: number, key: string): Promise<number> {
  const found = await db
    .selectFrom('core.unit')
    .select('unitId')
    .where('institutionId', '=', institutionId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!found) throw new NoSuchUnit(key);
  return found.unitId;
}

/** Adds a node by hand, or changes it; from then on no source changes its words. Throws {@link NoSuchUnit} for the parent. */
export async function setUnit(db: Db, institutionId: number, { key, kind, title, parent }: Unit): Promise<void> {
  const parentUnitId = parent === undefined ? null : await unitNamed(db, institutionId, parent);
  const said = { kind, title, parentUnitId, parentKey: parent ?? null, sourceId: null };
  await db
    .insertInto('core.unit')
    .values({ institutionId, key, ...said, createdAt: new Date() })
    .onConflict((conflict) => conflict.columns(['institutionId', 'key']).doUpdateSet(said))
    .execute();
}

/** The tree, each node after the one above it. */
export async function units(db: Db, institutionId: number) {
  const all = await db
    .selectFrom('core.unit as unit')
    .leftJoin('ops.source as source', (join) =>
      join.onRef('source.institutionId', '=', 'unit.institutionId').onRef('source.sourceId', '=', 'unit.sourceId'),
    )
    .select(['unit.unitId', 'unit.parentUnitId', 'unit.key', 'unit.kind', 'unit.title', 'source.name as source'])
    .where('unit.institutionId', '=', institutionId)
    .orderBy('unit.title')
    .execute();
  const known = new Set(all.map(({ unitId }) => unitId));
  const below = Map.groupBy(all, ({ parentUnitId }) =>
    parentUnitId !== null && known.has(parentUnitId) ? parentUnitId : null,
  );
  const walk = (above: number | null, depth: number): object[] =>
    (below.get(above) ?? []).flatMap(({ unitId, parentUnitId: _, ...unit }) => [
      { ...unit, depth, source: unit.source ?? 'by hand' },
      ...walk(unitId, depth + 1),
    ]);
  return walk(null, 0) as { key: string; kind: string; title: string; source: string; depth: number }[];
}
