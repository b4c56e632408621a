import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A learning record store that behaves like Ralph, as a process of its own: since and until go by the statement's own
 * time, pages by "more" with a search position, nothing is said about consistency. POST /add adds statements; the path
 * /busy answers once with Retry-After; /away answers 302 to another host. Prints its address.
 */
const statements: { timestamp: string }[] = [];
const accepted = [`Basic ${Buffer.from('kith:secret').toString('base64')}`, 'Bearer token'];
const pageSize = 10;
let busy = 1;

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://x');
  const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
  if (url.pathname === '/add') {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      statements.push(...(JSON.parse(Buffer.concat(chunks).toString()) as typeof statements));
      answer(200, statements.length);
    });
    return;
  }
  if (!accepted.includes(request.headers.authorization ?? '')) {
    answer(401, { detail: 'Invalid credentials' });
    return;
  }
  if (url.pathname.startsWith('/away')) {
    answer(302, {}, { location: 'http://127.0.0.1:1/xAPI/statements' });
    return;
  }
  if (url.pathname.startsWith('/busy') && busy-- > 0) {
    answer(429, {}, { 'retry-after': '1' });
    return;
  }
  if (url.pathname.startsWith('/later')) {
    answer(503, {}, { 'retry-after': '3600' });
    return;
  }
  if (!url.pathname.endsWith('/xAPI/statements')) {
    answer(404, {});
    return;
  }
  const [since, until] = [url.searchParams.get('since') ?? '', url.searchParams.get('until') ?? '9999'];
  const found = statements
    .filter(({ timestamp }) => timestamp > since && timestamp <= until)
    .sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1));
  const from = Number(url.searchParams.get('search_after') ?? 0);
  url.searchParams.set('search_after', String(from + pageSize));
  const more = from + pageSize < found.length ? `${url.pathname}${url.search}` : undefined;
  answer(200, { statements: found.slice(from, from + pageSize), ...(more !== undefined && { more }) });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
