import { setTimeout as sleep } from 'node:timers/promises';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { getUpload } from '../contract/uploads.ts';

type Upload = ResponseOf<typeof getUpload>;

/** How often the upload is looked at, and how long at most it is followed, in ms. */
const every = 500;
const longest = 30 * 60_000;

/** Server-sent events: the upload whenever it changed, until it is through and its courses are computed. */
export async function* follow(look: () => Promise<Upload | undefined>): AsyncGenerator<string> {
  let last = '';
  for (const until = Date.now() + longest; Date.now() < until;) {
    const upload = await look();
    if (!upload) return;
    const said = JSON.stringify(upload);
    yield said === last ? ': still here\n\n' : `data: ${said}\n\n`;
    last = said;
    if (upload.finishedAt !== null && !upload.courses.some(({ computing }) => computing)) return;
    await sleep(every);
  }
}
