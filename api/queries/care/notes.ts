import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { NotePresence } from '../../contract/notes.ts';
import type { Reader } from '../../reader.ts';
import { select } from '../select.ts';

type Presence = z.output<typeof NotePresence>;
type Row = Omit<Presence, 'writtenAt'> & { writtenAt: Date; earlier: boolean };

/**
 * That notes about a person exist, in every course where the reader may know of them, newest first. Words are asked for
 * only as "are there any that open to the reader", which row-level security answers.
 */
export async function notesAbout(db: ReadDb, { personId: readerId }: Reader, personId: number): Promise<Row[]> {
  return select<Row>(
    db,
    sql`
      select
        note.course_id, coalesce(care.course_title(note.course_id), '') as course, note.note_id, note.level, author.name as author,
        note.author_id = ${readerId} as mine, note.written_at, note.written_at < ${sinceWhen} as earlier,
        exists (
          select from care.note_text as words
          where words.institution_id = note.institution_id and words.course_id = note.course_id
            and words.note_id = note.note_id
        ) as may_read
      from care.note as note
      left join identity.shown_person as author
        on author.institution_id = note.institution_id and author.person_id = note.author_id
      where note.person_id = ${personId}
      order by note.written_at desc, note.note_id desc`,
  );
}

/** Start of the term before the one that runs; without terms, a year ago. */
const sinceWhen = sql`coalesce(
  (
    select before.starts_on
    from core.term as before
    where before.ends_on < (select max(term.starts_on) from core.term as term where term.starts_on <= current_date)
    order by before.ends_on desc, before.starts_on desc
    limit 1
  ),
  current_date - 365
)`;

export const presenceOf = ({ writtenAt, earlier: _, ...note }: Row): Presence => ({
  ...note,
  writtenAt: writtenAt.toISOString(),
});

/** Whom the writer may name as readers: who teaches the course, and who has to do with a case of this person. */
export const colleagues = (
  db: ReadDb,
  { personId: readerId }: Reader,
  { courseId, personId }: { readonly courseId: number; readonly personId: number },
): Promise<{ personId: number; name: string }[]> =>
  select(
    db,
    sql`
      select person.person_id, person.name
      from identity.shown_person as person
      where person.person_id <> ${readerId} and person.person_id in (
        select staff.person_id from core.participant as staff
        where staff.course_id = ${courseId} and staff.role = 'staff'
        union
        select one.id
        from care.case_file as file
        cross join lateral unnest(array[file.raised_by, file.owner_id, file.handed_over_by]) as one (id)
        where file.course_id = ${courseId} and file.person_id = ${personId} and file.state = 'open'
      )
      order by person.name, person.person_id`,
  );

/** Whether somebody is a learner of the course, or has a case there that was handed over to the reader. */
export async function isLearnerThere(
  db: ReadDb,
  { courseId, personId }: { readonly courseId: number; readonly personId: number },
): Promise<boolean> {
  const [row] = await select<{ there: boolean }>(
    db,
    sql`
      select exists (
        select from core.participant as one
        where one.course_id = ${courseId} and one.person_id = ${personId} and one.role = 'learner'
      ) or exists (
        select from care.case_file as file where file.course_id = ${courseId} and file.person_id = ${personId}
      ) as there`,
  );
  return row?.there === true;
}
