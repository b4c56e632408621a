/** What a launch says of somebody, as far as Kith asks. */
export interface LaunchRole {
  /** Their role in the course; undefined: none that gives access. Being staff of the institution is no role in a course. */
  readonly course: 'instructor' | 'assistant' | undefined;
  /** The platform's own pretended student. */
  readonly testUser: boolean;
}

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

/** Platforms send a teaching assistant as instructor with a sub-role: the sub-role decides. */
const assistants = new Set([
  `${membership}/Instructor#TeachingAssistant`,
  `${membership}/Instructor#TeachingAssistantGroup`,
  `${membership}/Instructor#TeachingAssistantSection`,
  `${membership}/Instructor#TeachingAssistantOffering`,
  'TeachingAssistant',
]);
const instructors = new Set([`${membership}#Instructor`, `${membership}/Instructor#PrimaryInstructor`, 'Instructor']);
const testUser = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';

/**
 * Reads the roles claim: full URIs, and the short names of context roles that the specification still allows.
 * 1EdTech, LTI 1.3 core specification, appendix A.2.
 */
export function launchRole(roles: readonly string[]): LaunchRole {
  const has = (among: ReadonlySet<string>) => roles.some((role) => among.has(role));
  return {
    course: has(assistants) ? 'assistant' : has(instructors) ? 'instructor' : undefined,
    testUser: roles.includes(testUser),
  };
}
