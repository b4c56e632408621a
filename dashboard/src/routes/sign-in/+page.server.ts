import { listSignInWays } from '@kith/api/contract/providers.ts';
import { signInWithPassword } from '@kith/api/contract/password.ts';
import { signIn, signOut } from '@kith/api/contract/session.ts';
import { fail, redirect } from '@sveltejs/kit';
import { ask } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const ways = await ask(fetch, listSignInWays, {});
  return {
    token: url.searchParams.get('token'),
    signedOut: url.searchParams.has('signed-out'),
    passwordSet: url.searchParams.has('password-set'),
    trouble: url.searchParams.get('trouble'),
    ways: ways.ok ? ways.value : [],
  };
};

export const actions: Actions = {
  signIn: async ({ fetch, request }) => {
    const answer = await ask(fetch, signIn, { body: { token: textOf(await request.formData(), 'token') } });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble, by: 'link' as const });
    redirect(303, '/');
  },

  password: async ({ fetch, request }) => {
    const form = await request.formData();
    const email = textOf(form, 'email');
    const answer = await ask(fetch, signInWithPassword, { body: { email, password: textOf(form, 'password') } });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble, by: 'password' as const, email });
    redirect(303, '/');
  },

  signOut: async ({ fetch }) => {
    await ask(fetch, signOut, {});
    redirect(303, '/sign-in?signed-out');
  },
};
