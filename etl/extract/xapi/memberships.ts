import type { RecordInput } from '../../records/record.ts';
import type { Happening } from './happening.ts';
import { words } from './language-map.ts';
import type { Refusal } from './refusal.ts';

/** Joining or leaving a group of the platform. One membership per group and person: the latest word holds. */
export function membershipOf(
  { statement, person, course, at }: Happening,
  change: 'joins' | 'leaves',
): RecordInput[] | Refusal {
  const { id, definition } = statement.object;
  if (id === undefined)
    return { code: 'NO_OBJECT', field: 'object.id', message: 'The statement does not name the group.' };
  const title = words(definition?.name);
  return [
    { type: 'group', key: id, course, ...(title !== undefined && { title }) },
    {
      type: 'membership',
      key: `${id}|${person.key}`,
      course,
      group: id,
      person: person.key,
      observedAt: at,
      ...(change === 'joins' ? { from: at } : { to: at }),
    },
  ];
}
