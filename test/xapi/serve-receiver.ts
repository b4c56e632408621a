import { buildApp } from '@kith/api/app.ts';
import { connect } from '@kith/sql/connect.ts';

/** Kith's own receiver as a process of its own, over the database of the first argument. Prints its address. */
const app = await buildApp({ db: connect(process.argv[2]!, { max: 4, name: 'kith test receiver' }) });
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
