import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { randomOf } from '@kith/etl/simulate/random.ts';

const courses = 20;
const learnersPerCourse = 100;
const start = Date.parse('2026-01-05T00:00:00Z');
const tenWeeks = 70 * 86_400_000;
const perThread = 8;

/** Writes forum posts as canonical NDJSON in the order of time: threads of eight, each post an answer to one before it. */
export async function writePosts(file: string, rows: number): Promise<void> {
  const random = randomOf(2026, 'posts', rows);
  function* lines(): Generator<string> {
    let block = '';
    for (let row = 0; row < rows; row++) {
      const inThread = row % perThread;
      const course = 1 + (Math.floor(row / perThread) % courses);
      const opener = `post-${row - inThread}`;
      block += `${JSON.stringify({
        type: 'post',
        key: `post-${row}`,
        course: `course-${course}`,
        thread: opener,
        ...(inThread === 0 ? {} : { parent: `post-${row - random.whole(1, inThread)}` }),
        author: `c${course}-${random.whole(1, learnersPerCourse)}`,
        createdAt: new Date(start + Math.floor((row / rows) * tenWeeks)).toISOString(),
        words: random.whole(1, 400),
      })}\n`;
      if (block.length > 65_536) {
        yield block;
        block = '';
      }
    }
    yield block;
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

/** A line that such a file never has. */
export const oneMorePost = `${JSON.stringify({ type: 'post', key: 'post-one-more', course: 'course-1', thread: 'post-0', author: 'c1-1', createdAt: '2026-03-16T10:00:00Z' })}\n`;
