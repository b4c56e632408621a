import { getDigest, setDigest } from '@kith/api/contract/digest.ts';
import { fail } from '@sveltejs/kit';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => ({
  digest: await call(fetch, getDigest, {}),
  zones: Intl.supportedValuesOf('timeZone'),
});

export const actions: Actions = {
  set: async ({ fetch, request }) => {
    const form = await request.formData();
    const body = {
      wanted: form.has('wanted'),
      weekday: Number(textOf(form, 'weekday')),
      hour: Number(textOf(form, 'hour')),
      timezone: textOf(form, 'timezone'),
    };
    const answer = await ask(fetch, setDigest, { body });
    if (!answer.ok) return fail(answer.trouble.status, { trouble: answer.trouble });
    return { kept: true };
  },
};
