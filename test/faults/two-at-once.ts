import { readFile, writeFile } from 'node:fs/promises';

import { canonical, differences } from './canonical.ts';
import { sayings, startLoad } from './loading.ts';
import { Tally, type Outcome } from './outcome.ts';
import type { Undisturbed } from './repeat.ts';
import type { Stand } from './stand.ts';

/** Two loads of one source at once: of the same file, and of two files that say partly the same. */
export async function twoAtOnce(
  stand: Stand,
  calm: Undisturbed,
  { times, tell }: { times: number; tell: (line: string) => void },
): Promise<Outcome> {
  const tally = new Tally('two loads of one source at once');
  const { file } = calm.material;
  const [head, tail] = await halves(file);
  for (let time = 1; time <= times; time++) {
    tell(`two at once ${time} of ${times}`);
    await together(stand, calm, tally, [file, file], 'of the same file');
    await together(stand, calm, tally, [head, tail], 'of two files that overlap');
  }
  return tally.outcome();
}

async function together(
  stand: Stand,
  calm: Undisturbed,
  tally: Tally,
  files: readonly [string, string],
  what: string,
): Promise<void> {
  const tables = await stand.fresh();
  try {
    const ended = await Promise.all(files.map((file) => startLoad(stand, file, tables).ended));
    tally.expect(
      ended.every(({ code }) => code === 0),
      `${what}: ${ended.map((each) => `${each.code} ${sayings(each)}`).join('; ')}`,
    );
    const same = files[0] === files[1];
    const found = await canonical(tables);
    // Two files have other lines and counts than one, and may queue a week more; what is known must be the same.
    const except = same ? [] : ['counts', 'rejects', 'weeks'];
    const differ = differences(found, calm.tables).filter((name) => !except.includes(name));
    const missing = calm.tables.weeks?.filter((week) => !found.weeks?.includes(week)) ?? [];
    tally.expect(missing.length === 0, `${what}: ${missing.length} weeks are not queued`);
    const [one] = ended;
    tally.add(what, one === undefined ? '' : sayings(one), differ);
  } finally {
    await tables.drop();
  }
}

/** Two files that hold the lines of one, the middle in both. */
async function halves(file: string): Promise<[string, string]> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const [third, twoThirds] = [Math.floor(lines.length / 3), Math.floor((2 * lines.length) / 3)];
  const names: [string, string] = [`${file}.head.ndjson`, `${file}.tail.ndjson`];
  await writeFile(names[0], `${lines.slice(0, twoThirds).join('\n')}\n`);
  await writeFile(names[1], `${lines.slice(third).join('\n')}\n`);
  return names;
}
