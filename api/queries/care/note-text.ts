import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { NoteText } from '../../contract/notes.ts';
import type { Reader } from '../../reader.ts';
import { select } from '../select.ts';

type Text = z.output<typeof NoteText>;

interface NoteKey {
  readonly courseId: number;
  readonly noteId: number;
}

/** The words of a note; undefined where there is none, or its words are closed to the reader. */
export async function noteText(
  db: ReadDb,
  { personId: readerId }: Reader,
  { courseId, noteId }: NoteKey,
): Promise<Text | undefined> {
  const rows = await select<Omit<Text, 'revisions'> & { revision: number; body: string; writtenAt: Date }>(
    db,
    sql`
      select
        words.course_id, words.note_id, words.person_id, words.level, author.name as author, words.author_id = ${readerId} as mine,
        array(
          select reader.name from identity.shown_person as reader
          where reader.institution_id = words.institution_id and reader.person_id = any (words.reader_ids)
          order by reader.name
        ) as readers,
        words.revision, words.body, words.written_at
      from care.note_text as words
      left join identity.shown_person as author
        on author.institution_id = words.institution_id and author.person_id = words.author_id
      where words.course_id = ${courseId} and words.note_id = ${noteId}
      order by words.revision desc`,
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  const { personId, level, author, mine, readers } = first;
  const revisions = rows.map(({ revision, body, writtenAt }) => ({
    revision,
    body,
    writtenAt: writtenAt.toISOString(),
  }));
  return { courseId, noteId, personId, level, author, mine, readers, revisions };
}

export interface NewNote {
  readonly courseId: number;
  readonly personId: number;
  readonly level: Text['level'];
  readonly body: string;
  /** Only of a restricted note. */
  readonly readerIds: readonly number[];
}

/** Writes a note and its first words. */
export async function writeNote(
  db: Db,
  { institutionId, personId: authorId }: Reader,
  { courseId, personId, level, body, readerIds }: NewNote,
): Promise<number> {
  const { rows } = await sql<{ noteId: number }>`
    insert into care.note (institution_id, course_id, person_id, level, author_id, written_at)
    values (${institutionId}, ${courseId}, ${personId}, ${level}, ${authorId}, now())
    returning note_id`.execute(db);
  const { noteId } = rows[0]!;
  await db
    .insertInto('care.noteText')
    .values({
      institutionId,
      courseId,
      noteId,
      revision: 1,
      personId,
      level,
      authorId,
      readerIds: level === 'restricted' ? [...readerIds] : [],
      body,
      writtenAt: new Date(),
    })
    .execute();
  return noteId;
}

/** The author's new words, for the same readers; undefined: it is not the reader's note. */
export async function reviseNote(
  db: Db,
  { institutionId, personId: authorId }: Reader,
  { courseId, noteId }: NoteKey,
  body: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ revision: number }>`
    insert into care.note_text (
      institution_id, course_id, note_id, revision, person_id, level, author_id, reader_ids, body, written_at
    )
    select
      last.institution_id, last.course_id, last.note_id, last.revision + 1, last.person_id, last.level, last.author_id,
      last.reader_ids, ${body}, now()
    from care.note_text as last
    where last.institution_id = ${institutionId} and last.course_id = ${courseId} and last.note_id = ${noteId}
      and last.author_id = ${authorId}
    order by last.revision desc
    limit 1
    returning revision`.execute(db);
  return rows[0]?.revision;
}
