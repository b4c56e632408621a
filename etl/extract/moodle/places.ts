import { keyOf } from '../../formats/natural-key.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

export const courses = defineShape<Batch>(
  'course',
  'tables',
  {
    needs: 'id fullname shortname idnumber',
    takes: 'category startdate enddate visible format timecreated timemodified sortorder lang',
    hides: 'summary',
  },
  function* (row) {
    const [startsAt, endsAt] = [row.seconds('startdate'), row.seconds('enddate')];
    yield {
      type: 'course',
      key: row.must('id'),
      title: row.text('fullname'),
      code: row.text('shortname'),
      sisId: row.text('idnumber'),
      ...(startsAt !== undefined && { startsOn: startsAt.slice(0, 10) }),
      ...(endsAt !== undefined && { endsOn: endsAt.slice(0, 10) }),
    };
  },
);

/** The table, and an item of core_group_get_course_groups. */
export const groups = defineShape<Batch>(
  'groups',
  'tables',
  {
    needs: 'id courseid name',
    takes: 'idnumber enrolmentkey picture timecreated timemodified descriptionformat visibility participation',
    hides: 'description customfields',
  },
  function* (row) {
    yield { type: 'group', key: row.must('id'), course: row.must('courseid'), title: row.text('name') };
  },
  (row, batch) => batch.courses.set(`group:${row.must('id')}`, row.must('courseid')),
);

export const groupMembers = defineShape<Batch>(
  'groups_members',
  'tables',
  { needs: 'groupid userid timeadded', takes: 'id component itemid' },
  function* (row, batch) {
    const [group, person, from] = [row.must('groupid'), row.must('userid'), row.seconds('timeadded')];
    const key = keyOf(group, person);
    yield {
      type: 'membership',
      key,
      ...batch.courseOf('group', group),
      group,
      person,
      ...(from !== undefined && { from }),
    };
  },
);

export const badges = defineShape<Batch>(
  'badge',
  'tables',
  {
    needs: 'id name type courseid',
    takes:
      'status timecreated timemodified usercreated usermodified issuername expiredate expireperiod version language',
    hides: 'description message messagesubject issuerurl issuercontact',
  },
  function* () {
    yield { passed: 'a badge there is: those that were issued are the records' };
  },
  (row, known) => known.badges.set(row.must('id'), { title: row.text('name'), course: row.id('courseid') }),
);

export const badgesIssued = defineShape<Batch>(
  'badge_issued',
  'tables',
  { needs: 'id badgeid userid dateissued', takes: 'dateexpire visible issuernotified', hides: 'uniquehash' },
  function* (row, batch) {
    const definition = row.must('badgeid');
    const { title, course } = batch.badges.get(definition) ?? {};
    const [person, at] = [row.must('userid'), row.mustSeconds('dateissued')];
    const inCourse = course === undefined ? {} : { course };
    yield { type: 'award', key: row.must('id'), ...inCourse, person, kind: 'badge', title, definition, at };
  },
);
