import * as contract from '@kith/api/contract/tokens.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => ({ tokens: await call(fetch, contract.listTokens, {}) });

export const actions: Actions = {
  make: async ({ fetch, request }) => {
    const form = await request.formData();
    const body = {
      title: textOf(form, 'title'),
      scopes: contract.TokenScope.options.filter((scope) => form.getAll('scopes').includes(scope)),
      until: textOf(form, 'until'),
    };
    const answer = await ask(fetch, contract.makeToken, { body });
    return answer.ok ? { token: answer.value.token } : fail(answer.trouble.status, { trouble: answer.trouble });
  },

  end: async ({ fetch, request }) => {
    const params = { tokenId: Number(textOf(await request.formData(), 'tokenId')) };
    const answer = await ask(fetch, contract.endToken, { params });
    return answer.ok ? undefined : fail(answer.trouble.status, { trouble: answer.trouble });
  },
};
