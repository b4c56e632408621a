import { Language } from '@kith/api/contract/language.ts';
import { setLanguage } from '@kith/api/contract/settings.ts';
import { fail, redirect } from '@sveltejs/kit';
import { ask } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import { settingsPath } from '#lib/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
  chosen: locals.me?.language ?? null,
  kept: url.searchParams.has('kept'),
});

export const actions: Actions = {
  language: async ({ fetch, request }) => {
    const said = textOf(await request.formData(), 'language');
    const language = said === '' ? null : Language.safeParse(said);
    if (language?.success === false) return fail(400);
    const answer = await ask(fetch, setLanguage, { body: { language: language?.data ?? null } });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    redirect(303, settingsPath({ kept: 1 }));
  },
};
