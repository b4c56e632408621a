import { type Cells, inOrder } from './cells.ts';
import { envelopeOf, type Table } from './table.ts';

/** OneRoster's column names, lower case. */
const oneRoster = { datelastmodified: 'observed_at', parentsourcedid: 'parent_id' } as const;

export const units: Table = {
  file: 'units.csv',
  required: ['unit_id', 'name'],
  optional: ['kind', 'parent_id', 'status', 'identifier'],
  aliases: { ...oneRoster, sourcedid: 'unit_id', type: 'kind', parent_unit_id: 'parent_id', title: 'name' },
  records(cells) {
    const parent = cells.text('parent_id');
    return [
      {
        type: 'unit',
        ...envelopeOf(cells, cells.must('unit_id')),
        ...tombstone(cells),
        kind: unitKind(cells, parent),
        title: cells.must('name'),
        parent,
      },
    ];
  },
};

export const terms: Table = {
  file: 'terms.csv',
  required: ['term_id', 'starts_on', 'ends_on'],
  optional: ['title', 'type', 'parent_id', 'status', 'school_year'],
  aliases: {
    ...oneRoster,
    sourcedid: 'term_id',
    name: 'title',
    startdate: 'starts_on',
    enddate: 'ends_on',
    parent_term_id: 'parent_id',
    schoolyear: 'school_year',
  },
  records(cells) {
    const key = cells.must('term_id');
    cells.must('starts_on');
    cells.must('ends_on');
    const startsOn = cells.day('starts_on')!;
    const endsOn = cells.day('ends_on')!;
    inOrder(startsOn, endsOn, 'ends_on');
    return [
      {
        type: 'term',
        ...envelopeOf(cells, key),
        ...tombstone(cells),
        title: cells.text('title') ?? key,
        startsOn,
        endsOn,
        parent: cells.text('parent_id'),
      },
    ];
  },
};

export const courses: Table = {
  file: 'courses.csv',
  required: ['course_id', 'title'],
  optional: [
    'sis_id',
    'code',
    'kind',
    'parent_course_id',
    'unit_id',
    'term',
    'starts_on',
    'ends_on',
    'delivery',
    'timezone',
    'url',
  ],
  aliases: { term_id: 'term', name: 'title' },
  records(cells) {
    const key = cells.must('course_id');
    const startsOn = cells.day('starts_on');
    const endsOn = cells.day('ends_on');
    inOrder(startsOn, endsOn, 'ends_on');
    return [
      {
        type: 'course',
        ...envelopeOf(cells, key),
        course: undefined, // a course is in no course
        title: cells.text('title'),
        code: cells.text('code'),
        sisId: cells.text('sis_id'),
        kind: cells.choice('kind', ['course', 'section', 'micro', 'programme']),
        parent: cells.text('parent_course_id'),
        unit: cells.text('unit_id'),
        term: cells.text('term'),
        startsOn,
        endsOn,
        timezone: cells.zone('timezone'),
        delivery: cells.choice('delivery', ['online', 'blended', 'onsite']),
        url: cells.url('url'),
      },
    ];
  },
};

const unitKinds = ['institution', 'faculty', 'programme'] as const;
const oneRosterKinds = ['district', 'national', 'state', 'local', 'school', 'department'] as const;

/** OneRoster's three levels are ours by another name: district, school, department. A root is the institution. */
function unitKind(cells: Cells, parent: string | undefined): (typeof unitKinds)[number] {
  const kind = cells.choice('kind', [...unitKinds, ...oneRosterKinds]);
  switch (kind) {
    case 'institution':
    case 'faculty':
    case 'programme':
      return kind;
    case 'department':
      return 'programme';
    case 'school':
    case undefined:
      return parent === undefined ? 'institution' : 'faculty';
    case 'district':
    case 'national':
    case 'state':
    case 'local':
      return 'institution';
  }
}

function tombstone(cells: Cells): { deleted?: { at?: string | undefined } } {
  const status = cells.choice('status', ['active', 'inactive', 'tobedeleted']);
  return status === 'tobedeleted' ? { deleted: { at: cells.instant('observed_at') } } : {};
}
