import { offerMentoring } from '@kith/api/contract/my-data.ts';
import { type Action, fail } from '@sveltejs/kit';
import { ask } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';

/** Offers to be a mentor within bounds of one's own, or with "withdraw" no more. */
export const offer: Action = async ({ fetch, request }) => {
  const form = await request.formData();
  const bounds = {
    capacity: Number(textOf(form, 'capacity')),
    languages: textOf(form, 'languages')
      .split(/[\s,;]+/)
      .filter((word) => word !== ''),
    timezone: textOf(form, 'timezone') || null,
  };
  const answer = await ask(fetch, offerMentoring, { body: { offer: form.has('withdraw') ? null : bounds } });
  return answer.ok ? undefined : fail(answer.trouble.status, { trouble: answer.trouble });
};
