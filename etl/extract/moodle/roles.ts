import { refuse } from '../../formats/cell.ts';

type Role = 'learner' | 'teacher' | 'assistant' | 'admin' | 'other';

/** Moodle's archetypes, the one that decides first: whatever a site calls its roles, each is one of these or has none. */
const archetypes: readonly (readonly [string, Role])[] = [
  ['editingteacher', 'teacher'],
  ['teacher', 'assistant'],
  ['manager', 'admin'],
  ['coursecreator', 'admin'],
  ['student', 'learner'],
  ['guest', 'other'],
  ['user', 'other'],
  ['frontpage', 'other'],
];

/** The role of somebody with these archetypes; "other" without any. Throws BadCell UNKNOWN_WORD. */
export function roleOf(names: readonly string[]): Role {
  const known = archetypes.find(([name]) => names.includes(name));
  const [unknown] = names;
  if (!known && unknown !== undefined) {
    refuse(
      'UNKNOWN_WORD',
      'archetype',
      `says "${unknown.slice(0, 80)}"; known are ${archetypes.map(([name]) => name).join(', ')}`,
    );
  }
  return known?.[1] ?? 'other';
}
