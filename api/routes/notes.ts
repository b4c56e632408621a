import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { mayReachOut } from '../care/may-reach-out.ts';
import { listNotes, readNote, reviseNote, writeNote } from '../contract/notes.ts';
import { notFound, ProblemError } from '../problem.ts';
import { noteText, reviseNote as revise, writeNote as write } from '../queries/care/note-text.ts';
import { colleagues, isLearnerThere, notesAbout, presenceOf } from '../queries/care/notes.ts';
import { schemaOf } from './schema-of.ts';

export const noteRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(listNotes.url, { schema: schemaOf(listNotes) }, async (request) => {
    const { courseId, personId } = request.params;
    if (!mayReachOut(request.reader, request.params)) throw notFound('learner');
    const found = await request.read(async (db, reader) => ({
      notes: await notesAbout(db, reader, personId),
      colleagues: await colleagues(db, reader, request.params),
    }));
    const shown = found.notes.filter(({ earlier }) => !earlier || request.query.earlier === 'true');
    if (shown.length > 0)
      await request.logView({ action: 'view_care', courseId, subjects: [personId], reason: 'presence of notes' });
    return { ...found, notes: shown.map(presenceOf), earlier: found.notes.length - shown.length };
  });

  app.get(readNote.url, { schema: schemaOf(readNote) }, async (request) => {
    const note = await request.read((db, reader) => noteText(db, reader, request.params));
    // One's own private words open only while one has to do with the learner at all.
    if (note === undefined || !mayReachOut(request.reader, note)) throw notFound('note');
    const { courseId, personId, level } = note;
    await request.logView({ action: 'view_note', courseId, subjects: [personId], reason: `${level} note` });
    return note;
  });

  app.post(writeNote.url, { schema: schemaOf(writeNote) }, async (request) => {
    const { courseId, personId } = request.params;
    const { level, body, readerIds } = request.body;
    const named = request.reader?.namedCourses.includes(courseId) === true;
    const support = request.reader?.supportCourses.includes(courseId) === true;
    if (!mayReachOut(request.reader, request.params) || !(named || support)) throw notFound('learner');
    const may = await request.read((db, reader) => colleagues(db, reader, request.params));
    if (!readerIds.every((id) => may.some((one) => one.personId === id))) {
      throw new ProblemError(
        400,
        'Not a colleague here',
        'A restricted note names people who have to do with this learner.',
        'Choose from the list.',
      );
    }
    if (!(await request.read((db) => isLearnerThere(db, request.params)))) throw notFound('learner');
    const noteId = await request.write((db, reader) =>
      write(db, reader, { courseId, personId, level, body, readerIds }),
    );
    return { noteId };
  });

  app.post(reviseNote.url, { schema: schemaOf(reviseNote) }, async (request) => {
    const note = await request.read((db, reader) => noteText(db, reader, request.params));
    if (note === undefined || !note.mine || !mayReachOut(request.reader, note)) throw notFound('note');
    const revision = await request.write((db, reader) => revise(db, reader, request.params, request.body.body));
    if (revision === undefined) throw notFound('note');
    return { revision };
  });
};
