import { addProvider, listProviders, removeProvider, setProviderSecret } from '@kith/api/contract/manage-providers.ts';
import { fail } from '@sveltejs/kit';
import type { Answer } from '#lib/api/answer.ts';
import { ask, call } from '#lib/api/call.server.ts';
import { textOf } from '#lib/api/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url, locals }) => ({
  providers: await call(fetch, listProviders, {}),
  origin: url.origin,
  admin: locals.me?.roles.includes('admin') ?? false,
});

const said = (answer: Answer<unknown>) =>
  answer.ok ? { done: true } : fail(answer.trouble.status, { trouble: answer.trouble });

const commonIn = (form: FormData) => ({
  title: textOf(form, 'title'),
  issuer: textOf(form, 'issuer'),
  clientId: textOf(form, 'clientId'),
  trustsEmail: form.has('trustsEmail'),
});

export const actions: Actions = {
  oidc: async ({ fetch, request }) => {
    const form = await request.formData();
    const body = { kind: 'oidc' as const, ...commonIn(form), secret: textOf(form, 'secret') || null };
    return said(await ask(fetch, addProvider, { body }));
  },

  lti: async ({ fetch, request }) => {
    const form = await request.formData();
    const body = {
      kind: 'lti' as const,
      ...commonIn(form),
      authorizeUrl: textOf(form, 'authorizeUrl'),
      jwksUrl: textOf(form, 'jwksUrl'),
      tokenUrl: textOf(form, 'tokenUrl') || null,
      tokenAudience: textOf(form, 'tokenAudience') || null,
      deploymentIds: textOf(form, 'deploymentIds').split(/\s+/).filter(Boolean),
    };
    return said(await ask(fetch, addProvider, { body }));
  },

  secret: async ({ fetch, request }) => {
    const form = await request.formData();
    const params = { providerId: Number(textOf(form, 'providerId')) };
    return said(await ask(fetch, setProviderSecret, { params, body: { secret: textOf(form, 'secret') } }));
  },

  remove: async ({ fetch, request }) => {
    const providerId = Number(textOf(await request.formData(), 'providerId'));
    return said(await ask(fetch, removeProvider, { params: { providerId } }));
  },
};
