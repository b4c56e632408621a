import { defineConnector } from '../../connector.ts';
import { detectItem, type ItemSource, readItems } from '../../formats/read-items.ts';
import { about } from './about.ts';
import { attendanceRecord, meeting } from './attendance.ts';
import { Batch } from './batch.ts';
import { discussion, message } from './discussions.ts';
import { group, groupMember, olderGroup } from './groups.ts';
import { course, member, user } from './people.ts';

const source: ItemSource<Batch> = {
  shapes: [course, user, member, group, olderGroup, groupMember, meeting, attendanceRecord, discussion, message],
  lists: ['results'],
  asides: ['paging'],
};

/** Blackboard Learn: saved answers of its REST interface. */
export const blackboard = defineConnector({
  id: 'blackboard',
  title: 'Blackboard Learn (rosters, groups, attendance, discussions as JSON)',
  about,
  detect: (head) => detectItem(source, head),
  extract: (input, context) => readItems(source, input, context, new Batch(context)),
});
