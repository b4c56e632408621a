import { listSupportCases } from '@kith/api/contract/cases.ts';
import { listNotes } from '@kith/api/contract/notes.ts';
import { call } from '#lib/api/call.server.ts';
import { caseActions } from '#lib/components/care/case-actions.server.ts';
import { noteActions, openedNote } from '#lib/components/care/note-actions.server.ts';
import { supports } from '#lib/components/shell/teaches.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const cases = await call(fetch, listSupportCases, {});
  const notes = await Promise.all(
    cases.map(async ({ courseId, personId }) => {
      const { notes, ...rest } = await call(fetch, listNotes, { params: { courseId, personId } });
      // What another of the person's courses knows belongs to that course's case.
      return { ...rest, notes: notes.filter((note) => note.courseId === courseId) };
    }),
  );
  return { support: supports(locals.me), cases, notes, note: await openedNote(fetch, url) };
};

const { planCase, closeCase, undo } = caseActions;
export const actions: Actions = { planCase, closeCase, undo, ...noteActions };
