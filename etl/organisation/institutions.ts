import type { Db } from '@kith/sql/connect.ts';

export interface Institution {
  readonly institutionId: number;
  /** Short name, for the command line. */
  readonly key: string;
  readonly title: string;
  /** IANA zone of courses that state none. */
  readonly timezone: string;
}

/** No institution, or several and none was named. */
export class NoInstitution extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'NoInstitution';
    this.hint = hint;
  }
}

export const institutions = (db: Db): Promise<Institution[]> =>
  db.selectFrom('core.institution').select(['institutionId', 'key', 'title', 'timezone']).orderBy('key').execute();

/** The institution of that short name; without one, the only one there is. Throws {@link NoInstitution}. */
export async function institutionNamed(db: Db, key?: string): Promise<Institution> {
  const all = await institutions(db);
  const [first, second] = all;
  if (first === undefined) {
    throw new NoInstitution(
      'There is no institution yet.',
      'kith init --title "Your university" --admin-email you@example.edu',
    );
  }
  if (key === undefined && second === undefined) return first;
  const names = all.map((each) => each.key).join(', ');
  const named = all.find((each) => each.key === key);
  if (named) return named;
  throw new NoInstitution(
    key === undefined ? `There are several institutions: ${names}.` : `There is no institution "${key}".`,
    `Say which one: --institution ${first.key}${key === undefined ? '' : ` (there are: ${names})`}`,
  );
}

/** Makes an institution; its unassigned course and its sources come with the first load. Throws {@link NoInstitution} where the key is taken. */
export async function makeInstitution(
  db: Db,
  { key, title, timezone }: Omit<Institution, 'institutionId'>,
): Promise<Institution> {
  const made = await db
    .insertInto('core.institution')
    .values({ key, title, timezone, createdAt: new Date() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning(['institutionId', 'key', 'title', 'timezone'])
    .executeTakeFirst();
  if (made) return made;
  throw new NoInstitution(
    `There is an institution "${key}" already.`,
    'kith user link <email> prints a new sign-in link; another --name makes another institution.',
  );
}
