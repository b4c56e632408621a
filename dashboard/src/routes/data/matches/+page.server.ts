import { decideMatch, findAccounts, listMatches } from '@kith/api/contract/matches.ts';
import { fail } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const word = url.searchParams.get('word')?.trim().slice(0, 200) ?? '';
  const [matches, found] = await Promise.all([
    call(fetch, listMatches, {}),
    word.length < 2 ? [] : call(fetch, findAccounts, { query: { word } }),
  ]);
  return { matches, found, word: word.length < 2 ? undefined : word };
};

export const actions: Actions = {
  decide: async ({ fetch, request }) => {
    const form = await request.formData();
    const kind = decideMatch.body.shape.kind.safeParse(form.get('kind'));
    if (!kind.success) return fail(400);
    const [sign, changeId, why] = [textOf(form, 'sign'), textOf(form, 'changeId'), textOf(form, 'why')];
    const answer = await ask(fetch, decideMatch, {
      body: {
        kind: kind.data,
        accountIds: form.getAll('account').map(Number),
        sign: sign === '' ? null : sign,
        changeId: changeId === '' ? null : Number(changeId),
        ownWord: kind.data === 'join' && form.has('ownWord'),
        why: why === '' ? null : why,
      },
    });
    return answer.ok ? { asked: answer.value.changeId } : fail(answer.trouble.status, { trouble: answer.trouble });
  },
};
