import { readNote, reviseNote, writeNote } from '@kith/api/contract/notes.ts';
import { fail } from '@sveltejs/kit';
import { ask, type Fetch } from '#lib/api/call.server.ts';
import type { NoteWords } from '#lib/api/types.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Did } from '#lib/components/monday/did.ts';

interface Event {
  readonly fetch: Fetch;
  readonly request: Request;
}

const levels = ['normal', 'restricted', 'private'] as const;

/** Forms about notes. */
export const noteActions = {
  writeNote: async ({ fetch, request }: Event) => {
    const form = await request.formData();
    const params = { courseId: Number(textOf(form, 'courseId')), personId: Number(textOf(form, 'personId')) };
    const level = levels.find((one) => one === form.get('level'));
    if (level === undefined) return fail(400);
    const readerIds = form.getAll('reader').map(Number);
    const answer = await ask(fetch, writeNote, { params, body: { level, body: textOf(form, 'body'), readerIds } });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    return { did: { what: 'written', names: '' } satisfies Did };
  },

  reviseNote: async ({ fetch, request }: Event) => {
    const form = await request.formData();
    const params = { courseId: Number(textOf(form, 'courseId')), noteId: Number(textOf(form, 'noteId')) };
    const answer = await ask(fetch, reviseNote, { params, body: { body: textOf(form, 'body') } });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    return { did: { what: 'written', names: '' } satisfies Did };
  },
};

/** The words of the note an address asks for (`?note=7-31`); undefined: none, or they are closed to the reader. */
export async function openedNote(fetch: Fetch, url: URL): Promise<NoteWords | undefined> {
  const [courseId, noteId] = /^(\d{1,15})-(\d{1,15})$/.exec(url.searchParams.get('note') ?? '')?.slice(1) ?? [];
  if (courseId === undefined || noteId === undefined) return undefined;
  const answer = await ask(fetch, readNote, { params: { courseId: Number(courseId), noteId: Number(noteId) } });
  return answer.ok ? answer.value : undefined;
}
