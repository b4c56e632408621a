import { keyOf } from '../../formats/natural-key.ts';
import { parseLocal, toInstant } from '../../formats/dates.ts';
import { refuse } from '../../formats/cell.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch, Symbol } from './batch.ts';

export const registers = defineShape<Batch>(
  'AttendanceRegisters',
  'full',
  {
    needs: 'AttendanceRegisterId OrgUnitId SchemeId',
    takes: 'Name IsVisible IncludeAllUsers CauseForConcern Version DateDeleted DeletedBy IsDeleted',
    hides: 'Description',
  },
  function* () {
    yield { passed: 'an attendance register: its sessions are the records' };
  },
  (row, { registers: known }) => known.set(row.must('AttendanceRegisterId'), row.must('OrgUnitId')),
);

export const schemes = defineShape<Batch>(
  'AttendanceSchemes',
  'full',
  {
    needs: 'SchemeId SchemeSymbolId SymbolName',
    takes: 'OrgUnitId SchemeName SymbolValue Percentage Version DateDeleted DeletedBy IsDeleted',
  },
  function* () {
    yield { passed: 'what a symbol of attendance means: used, no record of its own' };
  },
  (row, { symbols }) =>
    symbols.set(row.must('SchemeSymbolId'), { name: row.must('SymbolName'), percentage: row.number('Percentage') }),
);

/** Sessions have no date of their own. */
export const sessions = defineShape<Batch>(
  'AttendanceSessions',
  'full',
  {
    needs: 'AttendanceSessionId AttendanceRegisterId Name',
    takes: 'SortOrder Version DateDeleted DeletedBy IsDeleted',
    hides: 'Description',
    newest: { key: ['AttendanceSessionId'], version: 'Version' },
  },
  function* (row, batch) {
    const [key, title] = [row.must('AttendanceSessionId'), row.must('Name')];
    const startsAt = dayIn(title, batch.context.timezone) ?? batch.marked.get(key);
    const course = batch.registers.get(row.must('AttendanceRegisterId'));
    const gone = row.utc('DateDeleted');
    if (startsAt === undefined) yield { passed: 'a session without a day in its name that nobody was marked in' };
    else {
      const deleted = gone === undefined ? {} : { deleted: { at: gone } };
      yield { type: 'session', key, ...(course !== undefined && { course }), title, startsAt, ...deleted };
    }
  },
);

export const marks = defineShape<Batch>(
  'AttendanceUserSessions',
  'full',
  {
    needs: 'UserId AttendanceSessionId SchemeSymbolId LastModified',
    takes: 'IsDeleted Version',
    newest: { key: ['UserId', 'AttendanceSessionId'], version: 'Version' },
  },
  function* (row, batch) {
    const [session, person] = [row.must('AttendanceSessionId'), row.must('UserId')];
    const symbol = batch.symbols.get(row.text('SchemeSymbolId') ?? '');
    if (row.text('SchemeSymbolId') === undefined) yield { passed: 'a learner who was not marked' };
    else {
      const status = statusOf(symbol);
      const isGone = row.flag('IsDeleted') === true;
      const key = keyOf(session, person);
      yield { type: 'presence', key, session, person, precision: 'mark', status, ...(isGone && { deleted: {} }) };
    }
  },
  (row, { marked }) => {
    const [session, at] = [row.must('AttendanceSessionId'), row.mustUtc('LastModified')];
    const known = marked.get(session);
    if (known === undefined || at < known) marked.set(session, at);
  },
);

/** By the name institutions give to their symbols, else by what it counts for. */
function statusOf(symbol: Symbol | undefined) {
  if (symbol === undefined)
    refuse('UNKNOWN_WORD', 'SchemeSymbolId', 'is explained nowhere: AttendanceSchemes lacks it');
  const { name, percentage } = symbol;
  if (/late|tard/i.test(name)) return 'late';
  if (/excus|exempt|sick|leave/i.test(name) && !/unexcus/i.test(name)) return 'excused';
  if (/absen|unexcus|miss/i.test(name)) return 'absent';
  if (/present|attend/i.test(name)) return 'present';
  if (percentage === 100) return 'present';
  if (percentage === 0) return 'absent';
  return refuse(
    'UNKNOWN_WORD',
    'SymbolName',
    `says "${name.slice(0, 50)}", which is neither present, late, excused nor absent`,
  );
}

function dayIn(name: string, zone = 'UTC'): string | undefined {
  const local = parseLocal(/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '', 'ymd');
  return local && toInstant(local, zone);
}
