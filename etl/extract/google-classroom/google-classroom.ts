import { defineConnector } from '../../connector.ts';
import { detectItem, type ItemSource, readItems } from '../../formats/read-items.ts';
import { about } from './about.ts';
import { Batch } from './batch.ts';
import { alias, course, group, groupMember } from './places.ts';
import { guardian, guardianInvitation, invitation, member } from './people.ts';
import { announcement, courseWork, material, submission, topic } from './work.ts';

const source: ItemSource<Batch> = {
  shapes: [
    course,
    alias,
    member,
    guardian,
    guardianInvitation,
    invitation,
    group,
    groupMember,
    courseWork,
    submission,
    announcement,
    material,
    topic,
  ],
  lists: [
    'announcements',
    'aliases',
    'courseWork',
    'courseWorkMaterial',
    'courses',
    'guardianInvitations',
    'guardians',
    'invitations',
    'studentGroupMembers',
    'studentGroups',
    'studentSubmissions',
    'students',
    'teachers',
    'topic',
  ],
  asides: ['nextPageToken'],
};

/** Google Classroom: saved answers of its REST interface. */
export const googleClassroom = defineConnector({
  id: 'google-classroom',
  title: 'Google Classroom (rosters, submissions, groups, guardians as JSON)',
  about,
  detect: (head) => detectItem(source, head),
  extract: (input, context) => readItems(source, input, context, new Batch(context.keepBodies ?? false)),
});
