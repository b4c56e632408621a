import type { RecordInput } from '../../records/record.ts';
import type { Happening } from './happening.ts';
import { words } from './language-map.ts';
import { personOf } from './people.ts';

/** A badge or certificate, with who gave it where the statement names an instructor. */
export function awardOf(
  { statement, key, person, course, at }: Happening,
  kind: 'badge' | 'certificate',
): RecordInput[] {
  const { object, context } = statement;
  const title = words(object.definition?.name);
  const giver = context?.instructor && personOf(context.instructor);
  return [
    ...(giver ? [giver] : []),
    {
      type: 'award',
      key,
      course,
      person: person.key,
      kind,
      ...(title !== undefined && { title }),
      ...(object.id !== undefined && { definition: object.id }),
      at,
      ...(giver && { by: giver.key }),
    },
  ];
}
