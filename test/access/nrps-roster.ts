import { membership } from './lti-launches.ts';

/** A member as the specification prints one, with people of our own. */
const member = (id: string, name: string, role: string, more: object = {}) => ({
  status: 'Active',
  name,
  picture: 'https://platform.example.edu/picture.jpg',
  email: `${id}@platform.example.edu`,
  user_id: id,
  lis_person_sourcedid: `sis-${id}`,
  lti11_legacy_user_id: `old-${id}`,
  roles: [`${membership}#${role}`],
  ...more,
});

/** One of every kind a roster has: staff, learners, somebody left, somebody nameless, and nobody at all. */
export const roster = [
  member('0ae836b9', 'Jane Q. Public', 'Instructor'),
  member('l-1', 'Ana One', 'Learner'),
  member('l-2', 'Ben Two', 'Learner'),
  member('l-3', 'Cem Three', 'Learner', { status: 'Inactive' }),
  member('l-4', 'Dee Four', 'Learner', { name: undefined, email: undefined, lis_person_sourcedid: undefined }),
  member('ta-1', 'Tea Ay', 'Instructor', {
    roles: [`${membership}#Instructor`, `${membership}/Instructor#TeachingAssistant`],
  }),
  member('student-view', 'Test Student', 'Learner', {
    roles: [`${membership}#Learner`, 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser'],
  }),
];
