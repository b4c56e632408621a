import { setPassword } from '@kith/api/contract/password.ts';
import { fail, redirect } from '@sveltejs/kit';
import { ask } from '#lib/api/call.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ token: url.searchParams.get('token') ?? '' });

export const actions: Actions = {
  default: async ({ fetch, request }) => {
    const form = await request.formData();
    const [token, password] = [form.get('token'), form.get('password')];
    if (typeof token !== 'string' || typeof password !== 'string') return fail(400);
    const answer = await ask(fetch, setPassword, { body: { token, password } });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    redirect(303, '/sign-in?password-set');
  },
};
