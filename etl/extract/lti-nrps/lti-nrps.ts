import { defineConnector } from '../../connector.ts';
import { detectItem, type ItemSource, readItems } from '../../formats/read-items.ts';
import { apart, defineShape } from '../../formats/shape.ts';
import { about } from './about.ts';
import { courseOf, memberRecords } from './memberships.ts';

const container = defineShape(
  'a membership container',
  'container',
  {
    needs: 'context members',
    takes: 'id',
    hides: 'picture message',
    parts: {
      context: 'id label title',
      members:
        'status user_id lis_person_sourcedid roles name given_name family_name middle_name email picture message ' +
        'lti11_legacy_user_id group_enrollments',
    },
  },
  function* (row) {
    const context = row.inner('context')!;
    const course = context.must('id');
    yield* courseOf(context);
    for (const member of row.each('members')) yield* apart(() => memberRecords(member, course));
  },
);

const source: ItemSource<object> = { shapes: [container], lists: [], asides: [] };

/** Who is in a course, by LTI 1.3's Names and Role Provisioning Services v2: membership containers, page by page. */
export const ltiNrps = defineConnector({
  id: 'lti-nrps',
  title: 'LTI 1.3 Names and Roles (membership containers, JSON)',
  about,
  detect(head) {
    const found = detectItem(source, head);
    return found && { ...found, confidence: 0.97 };
  },
  extract: (input, context) => readItems(source, input, context, {}),
});
