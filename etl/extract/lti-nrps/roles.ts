import { refuse } from '../../formats/cell.ts';

export type CourseRole = 'learner' | 'teacher' | 'assistant' | 'observer' | 'admin' | 'other';

const vocabulary = 'http://purl.imsglobal.org/vocab/lis/v2/';

/** Roles in a course (membership#…, or the simple name), the one that says most first. */
const inCourse: readonly (readonly [string, CourseRole])[] = [
  ['Instructor', 'teacher'],
  ['Administrator', 'admin'],
  ['Manager', 'other'],
  ['ContentDeveloper', 'other'],
  ['Officer', 'other'],
  ['Mentor', 'observer'],
  ['Learner', 'learner'],
  ['Member', 'other'],
];

/** Sub-roles that are another role than the one above them: a teaching assistant is an Instructor to LTI. */
const subRoles: Readonly<Record<string, CourseRole>> = {
  'Instructor#TeachingAssistant': 'assistant',
  'Instructor#TeachingAssistantGroup': 'assistant',
  'Instructor#TeachingAssistantSection': 'assistant',
  'Instructor#TeachingAssistantOffering': 'assistant',
  'Instructor#TeachingAssistantTemplate': 'assistant',
  'Instructor#Grader': 'assistant',
  'Learner#GuestLearner': 'other',
  'Learner#NonCreditLearner': 'learner',
};

export interface RolesRead {
  readonly role: CourseRole;
  /** A user the platform made to look at a course as a learner does. */
  readonly isTest: boolean;
}

/**
 * The one role of a member with several: what a sub-role says, else the highest. Roles in an institution or a system
 * say nothing of the course. Throws BadCell UNKNOWN_WORD for a role in the course that LTI does not have, where no
 * known one stands beside it.
 */
export function roleOf(roles: readonly string[]): RolesRead {
  const isTest = roles.some((role) => role.endsWith('/system/person#TestUser'));
  const short = roles.filter((role) => !/\/(?:system|institution)\/person#/.test(role)).map(shortRole);
  const sub = short.flatMap((role) => subRoles[role] ?? []);
  if (sub[0]) return { role: sub[0], isTest };
  const principal = short.map((role) => role.replace(/#.*/, ''));
  const known = inCourse.find(([name]) => principal.includes(name));
  if (known) return { role: known[1], isTest };
  const [unknown] = short;
  if (unknown !== undefined) refuse('UNKNOWN_WORD', 'roles', `says "${unknown.slice(0, 80)}", which is no role of LTI`);
  return { role: 'other', isTest };
}

/** `…membership#Learner`, `…membership/Instructor#Grader` and `Learner` as `Learner`, `Instructor#Grader`, `Learner`. */
function shortRole(role: string): string {
  return role.replace(vocabulary, '').replace(/^membership[/#]/, '');
}
