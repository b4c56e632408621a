import { refuse } from '../../formats/cell.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

const sessionKey = (id: string) => `attendance:${id}`;

export const attendances = defineShape<Batch>(
  'attendance',
  'tables',
  {
    needs: 'id course grade name',
    takes: 'timemodified introformat subnet sessiondetailspos showsessiondetails showextrauserdetails',
    hides: 'intro',
  },
  function* () {
    yield { passed: 'an attendance register: its sessions are the records' };
  },
  (row, { courses }) => courses.set(`attendance:${row.must('id')}`, row.must('course')),
);

export const sessions = defineShape<Batch>(
  'attendance_sessions',
  'tables',
  {
    needs: 'id attendanceid groupid sessdate duration',
    takes:
      'lasttaken lasttakenby timemodified descriptionformat studentscanmark allowupdatestatus autoassignstatus ' +
      'studentpassword subnet automark automarkcompleted statusset absenteereport preventsharedip preventsharediptime ' +
      'caleventid calendarevent includeqrcode rotateqrcode rotateqrcodesecret automarkcmid studentsearlyopentime',
    hides: 'description',
  },
  function* (row, batch) {
    const [startsAt, group] = [row.mustSeconds('sessdate'), row.id('groupid')];
    const endsAt = new Date(Date.parse(startsAt) + (row.count('duration') ?? 0) * 1000).toISOString();
    yield {
      type: 'session',
      key: sessionKey(row.must('id')),
      ...batch.courseOf('attendance', row.must('attendanceid')),
      ...(group !== undefined && { group }),
      startsAt,
      ...(endsAt > startsAt && { endsAt: endsAt.replace('.000Z', 'Z') }),
    };
  },
);

export const statuses = defineShape<Batch>(
  'attendance_statuses',
  'tables',
  {
    needs: 'id attendanceid acronym description',
    takes: 'grade studentavailability availablebeforesession setunmarked visible deleted setnumber',
  },
  function* () {
    yield { passed: 'what a mark means: used, no record of its own' };
  },
  (row, batch) =>
    batch.statuses.set(row.must('id'), { acronym: row.must('acronym'), description: row.text('description') ?? '' }),
);

export const marks = defineShape<Batch>(
  'attendance_log',
  'tables',
  { needs: 'sessionid studentid statusid', takes: 'id statusset timetaken takenby', hides: 'remarks ipaddress' },
  function* (row, batch) {
    const [session, person] = [sessionKey(row.must('sessionid')), row.must('studentid')];
    const status = statusOf(row.must('statusid'), batch);
    yield { type: 'presence', key: keyOf(session, person), session, person, precision: 'mark', status };
  },
);

const acronyms = { P: 'present', L: 'late', E: 'excused', A: 'absent' } as const;

/** A site may rename its marks: then the description has to say what they are. */
function statusOf(id: string, { statuses: known }: Batch) {
  const status = known.get(id);
  if (status === undefined) refuse('UNKNOWN_WORD', 'statusid', 'is explained nowhere: attendance_statuses lacks it');
  const { acronym, description } = status;
  if (/late/i.test(description)) return 'late';
  if (/excus/i.test(description) && !/unexcus/i.test(description)) return 'excused';
  if (/absen|unexcus/i.test(description)) return 'absent';
  if (/present/i.test(description)) return 'present';
  if (Object.hasOwn(acronyms, acronym)) return acronyms[acronym as keyof typeof acronyms];
  return refuse('UNKNOWN_WORD', 'acronym', `says "${acronym.slice(0, 20)}", which is neither P, L, E nor A`);
}
