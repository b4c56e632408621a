import type { Context } from '../connector.ts';
import { refuse } from './cell.ts';

const courseRoles = ['learner', 'teacher', 'assistant', 'mentor', 'observer', 'admin', 'other'] as const;
export type CourseRole = (typeof courseRoles)[number];

/** Words in the names institutions give to roles, the one that decides first. */
const words: readonly (readonly [RegExp, CourseRole])[] = [
  [/\b(observer|parent|guardian|auditor|advisor|adviser|advising|coach)\b/i, 'observer'],
  [/\b(assistant|ta|grader|marker|facilitator|non-?editing ?teacher|tutor)\b/i, 'assistant'],
  [/\b(mentor)\b/i, 'mentor'],
  [/\b(student|learner|participant|pupil)s?\b/i, 'learner'],
  [
    /\b(instructor|teacher|editing ?teacher|lecturer|professor|faculty|course (?:owner|coordinator|lead))s?\b/i,
    'teacher',
  ],
  [/\b(admin\w*|manager|staff|course ?creator|director)\b/i, 'admin'],
  [/\b(designer|guest|support|librarian|content ?developer|preview|visitor|reader)\b/i, 'other'],
];

/**
 * What a role is that an institution named as it liked. The person may say so: `--option "role.Study Buddy=mentor"`.
 * Throws BadCell UNKNOWN_WORD where no word of the name tells.
 */
export function courseRole(column: string, name: string, options: Context['options']): CourseRole {
  const said = options?.[`role.${name}`];
  const known = courseRoles.find((role) => role === said) ?? words.find(([word]) => word.test(name))?.[1];
  if (known !== undefined) return known;
  const shown = name.slice(0, 80);
  return refuse('UNKNOWN_WORD', column, `says "${shown}". Say what it is with --option "role.${shown}=learner"`);
}
