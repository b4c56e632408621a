import { signIn, signOut } from '@kith/api/contract/session.ts';
import { fail, redirect } from '@sveltejs/kit';
import { ask } from '#lib/api/call.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  token: url.searchParams.get('token'),
  signedOut: url.searchParams.has('signed-out'),
});

export const actions: Actions = {
  signIn: async ({ fetch, request }) => {
    const token = (await request.formData()).get('token');
    const answer = await ask(fetch, signIn, { body: { token: typeof token === 'string' ? token : '' } });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    redirect(303, '/');
  },

  signOut: async ({ fetch }) => {
    await ask(fetch, signOut, {});
    redirect(303, '/sign-in?signed-out');
  },
};
