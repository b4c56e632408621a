/** A command of its own for tests: holds the embedded Postgres of a folder open until its input ends. */
import { startEmbedded } from '@kith/sql/embedded.ts';

const { url, started, stop } = await startEmbedded(process.argv[2] ?? '');
process.stdout.write(`${JSON.stringify({ url, started })}\n`);
for await (const _ of process.stdin); // until the test closes it
await stop();
