import type { Server } from '@kith/api/server.ts';

/** Asks the API of a server as somebody who is signed in; throws where it does not answer with success. */
export const askOf =
  <Role>({ url }: Server, cookies: ReadonlyMap<Role, string>) =>
  async <T>(role: Role, path: string, body?: object | Uint8Array): Promise<T> => {
    const raw = body instanceof Uint8Array;
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: `kith_session=${cookies.get(role) ?? ''}`,
        'x-kith': '1',
        ...(body && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body && { body: raw ? Buffer.from(body) : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
