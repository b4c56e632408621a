import { getUpload, lookAtUpload } from '@kith/api/contract/uploads.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

/** While nothing is written: what the files are. After that: how far it is. */
export const load: PageServerLoad = async ({ fetch, params }) => {
  const upload = await call(fetch, getUpload, { params });
  const open = upload.state === 'open' && upload.files.length > 0;
  return { upload, look: open ? await call(fetch, lookAtUpload, { params, body: {} }) : null };
};
