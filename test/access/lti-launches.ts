/**
 * Launches in the shape in which the documents print them, with people and hosts of our own: 1EdTech's reference
 * platform (lti-ri.imsglobal.org), Canvas (an id token as its documentation and tools show it), Anthology's "Sample JWT
 * content" for Blackboard, a Moodle 4.3 log, and Brightspace. What matters is kept: who sends azp, nulls, unexpanded
 * variables, numbers as ids, vendor claims, and in which spelling each writes its roles.
 */
const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';

const usual = { [claim('message_type')]: 'LtiResourceLinkRequest', [claim('version')]: '1.3.0' };

export const launches = {
  canvas: {
    ...usual,
    azp: '10000000000002',
    aud: '10000000000002',
    sub: 'e77934e7-4e98-4055-b4b4-3a8431e4f22a',
    name: 'Tea Cher',
    given_name: 'Tea',
    family_name: 'Cher',
    picture: 'https://canvas.example/images/messages/avatar-50.png',
    locale: 'en',
    [claim('deployment_id')]: '7:d3a2504bba5184799a38f141e8df2335cfa8206d',
    [claim('resource_link')]: { id: '7f956bcc8f67cd076ae464862ce83596a1bb3293', description: null, title: null },
    [claim('lis')]: { person_sourcedid: '$Person.sourcedId', course_offering_sourcedid: '$CourseSection.sourcedId' },
    [claim('context')]: {
      id: 'poetry',
      label: 'P1',
      title: 'Poetry',
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
    },
    [claim('roles')]: [`${institution}#Instructor`, `${membership}#Instructor`, `${system}#User`],
    [claim('lti1p1')]: { user_id: 'c0ddd6c90cbe1ef0f32fbce5c3bf654204be186c' },
    [claim('launch_presentation')]: { document_target: 'iframe', locale: 'en' },
    'https://www.instructure.com/placement': null,
  },
  blackboard: {
    ...usual,
    aud: '10000000000002',
    sub: '561ac4762b5142a0b1d3ed1aa40789c1',
    locale: 'en-US',
    name: 'Tea Cher',
    email: 'north.instructor@example.edu',
    [claim('deployment_id')]: '86e8b331-a6cd-486c-b006-9893c749e242',
    [claim('context')]: {
      id: 'poetry',
      label: 'course-link',
      title: 'Poetry',
      type: ['urn:lti:context-type:ims/lis/CourseOffering'],
    },
    [claim('roles')]: [`${membership}#Instructor`, `${institution}#Faculty`],
    [claim('tool_platform')]: { name: 'Blackboard, Inc.', product_family_code: 'BlackboardLearn' },
    [claim('lis')]: { person_sourcedid: 'teacher', course_section_sourcedid: 'course-link' },
  },
  moodle: {
    ...usual,
    aud: '10000000000002',
    sub: '2',
    name: 'Tea Cher',
    [claim('deployment_id')]: '4',
    [claim('context')]: { id: 'poetry', label: 'P1', title: 'Poetry', type: ['CourseSection'] },
    [claim('roles')]: [`${institution}#Administrator`, `${membership}#Instructor`, `${system}#Administrator`],
    [claim('ext')]: { user_username: 'teacher', lms: 'moodle-2' },
    [claim('tool_platform')]: { product_family_code: 'moodle', version: '2023100903', guid: 'localhost' },
    [claim('target_link_uri')]: 'https://kith.example.edu/lti/launch',
  },
  brightspace: {
    ...usual,
    azp: '10000000000002',
    aud: ['10000000000002'],
    sub: 'f27e1e36-8a5f-4a1a-9a57-6c4d0f0c2a11_169',
    name: 'Tea Cher',
    [claim('deployment_id')]: '3c5a0d9e-3f07-43d4-b1a5-6f4a1c3e2f10',
    [claim('context')]: {
      id: 'poetry',
      label: 'P1',
      title: 'Poetry',
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
    },
    [claim('roles')]: [
      `${membership}#Instructor`,
      `${membership}/Instructor#TeachingAssistant`,
      `${institution}#Staff`,
    ],
    'http://www.brightspace.com': { tenant_id: 't', org_defined_id: '1001', user_id: 169, username: 'teacher' },
  },
  reference: {
    ...usual,
    aud: '10000000000002',
    sub: 'eb87866d71424275c28b',
    name: 'Le Arner',
    [claim('deployment_id')]: '1',
    [claim('roles')]: [`${membership}#Learner`, `${institution}#Student`, `${membership}#Mentor`],
    [claim('role_scope_mentor')]: ['a62c52c02ba262003f5e'],
    [claim('context')]: { id: 'poetry', label: 'P1', title: 'Poetry', type: ['Course'] },
  },
} as const;

export const deploymentIds = Object.values(launches).map(
  (launch) => (launch as Record<string, unknown>)[claim('deployment_id')] as string,
);
export { claim, membership };
