import type { Attendee } from './attendee.ts';
import type { Line, Rows } from './layout.ts';
import { cellAt } from './named-cells.ts';
import { columnShapes } from './shape.ts';

/** Which columns of a class register or class list say who a row is about. */
interface PeopleColumns {
  readonly name: number | undefined;
  readonly studentId: number | undefined;
  readonly email: number | undefined;
  readonly section: number | undefined;
}

const running = /^(?:no|nr|nº|#|№|num|number|nummer)\.?$/i;
const words = {
  name: /^(?:(?:full |student )?name|nama|nombre|nom|nome|imię i nazwisko|schüler(?:in)?|氏名|名前|姓名)$/iu,
  studentId:
    /^(?:npm|nim|nis|nisn|student(?:[ _-]?(?:id|no|number))|matriculation number|matrikel(?:nummer)?|matrícula|sis[ _-]?id)$/iu,
  section: /^(?:klasse|class|kelas|section|group|gruppe|turma|classe|grupo)$/iu,
};

/** Columns by the words seen in headers; the e-mail by its values. A column of running numbers is nobody's id. */
export function peopleColumns(header: readonly string[], rows: Rows): PeopleColumns {
  const find = (word: RegExp) => indexOrUndefined(header.findIndex((name) => word.test(name)));
  const email = indexOrUndefined(columnShapes(rows).indexOf('email'));
  return { name: find(words.name), studentId: find(words.studentId), section: find(words.section), email };
}

/** Names of the columns that say nothing of who a row is about and are not among `others`. Running numbers are no news. */
export function unreadPeopleColumns(header: Line, lines: readonly Line[], others: readonly number[] = []): string[] {
  const rows = lines.map(({ cells }) => cells);
  const { name, studentId, email, section } = peopleColumns(header.cells, rows);
  const used = [name, studentId, email, section, ...others];
  const isRead = (title: string, column: number) => used.includes(column) || running.test(title);
  return header.cells.filter((title, column) => title !== '' && !isRead(title, column));
}

export function hasRunningNumber(header: readonly string[], rows: Rows): boolean {
  const column = header.findIndex((name) => running.test(name));
  return column >= 0 && rows.every((cells, at) => Number(cells[column]) === at + 1);
}

export function attendeeOf(cells: readonly string[], { name, studentId, email }: PeopleColumns): Attendee {
  const cell = (column: number | undefined) => cellAt(cells, column);
  return { name: cell(name) ?? '', sisId: cell(studentId), email: cell(email), vouched: true };
}

function indexOrUndefined(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
