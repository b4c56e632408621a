import { load } from '@kith/etl/load/load.ts';
import { connect } from '@kith/sql/connect.ts';

import { manyInput, pausing } from './many.ts';

/** A process of its own, for a test to kill: begins a load and never comes to its last row. */
const [url = '', institutionId = ''] = process.argv.slice(2);
const forever = () => new Promise((_resolve) => setTimeout(() => undefined, 1e9));
await load(connect(url), {
  institutionId: Number(institutionId),
  source: 'given',
  connector: pausing(forever),
  input: manyInput(),
  context: {},
  mode: 'event',
});
