import { address } from '#lib/api/address.ts';
import type { Answer } from '#lib/api/answer.ts';
import { troubleOf } from '#lib/api/problem.ts';

/** A file and the path it had in the folder it came from. */
export interface Dropped {
  readonly path: string;
  readonly file: File;
}

interface Sending {
  readonly uploadId: string;
  readonly signal: AbortSignal;
  /** Told the bytes of this file that are through. */
  readonly onSent: (bytes: number) => void;
}

/** Sends one file as it is. By XMLHttpRequest: fetch does not say how far it is. */
export function sendFile({ path, file }: Dropped, { uploadId, signal, onSent }: Sending): Promise<Answer<unknown>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address('/uploads/:uploadId/files', { uploadId }, { path }));
    request.setRequestHeader('x-kith', '1');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('load', () => void answerOf(request).then(resolve));
    const lost = () =>
      resolve({ ok: false, trouble: { status: 0, title: 'The connection was lost.', next: 'Drop the files again.' } });
    request.addEventListener('error', lost);
    request.addEventListener('abort', lost);
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

async function answerOf({ status, responseText }: XMLHttpRequest): Promise<Answer<unknown>> {
  if (status === 200) return { ok: true, value: undefined };
  return { ok: false, trouble: await troubleOf(new Response(responseText, { status: status || 500 })) };
}
