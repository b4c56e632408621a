import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { randomOf } from '@kith/etl/simulate/random.ts';

const courses = 20;
const learnersPerCourse = 100;
const start = Date.parse('2026-01-05T00:00:00Z');
const tenWeeks = 70 * 86_400_000;
const things = [
  ['viewed', 'page'],
  ['viewed', 'page'],
  ['viewed', 'forum'],
  ['played', 'video'],
  ['completed', 'quiz'],
] as const;

/** Writes activity as a learning platform's log has it: canonical NDJSON in the order of time, ids at random; packed where the name says `.gz`. */
export async function writeActivity(file: string, rows: number): Promise<void> {
  const random = randomOf(2026, 'activity', rows);
  const part = (digits: number) =>
    Math.floor(random.unit() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  function* lines(): Generator<string> {
    let block = '';
    for (let row = 0; row < rows; row++) {
      const course = random.whole(1, courses);
      const person = `c${course}-${random.whole(1, learnersPerCourse)}`;
      const [verb, objectType] = random.pick(things);
      const key = `${part(8)}-${part(4)}-${part(4)}-${part(4)}-${part(12)}`;
      const at = new Date(start + Math.floor((row / rows) * tenWeeks)).toISOString();
      const object = `${objectType}-${random.whole(1, 40)}`;
      block += `${JSON.stringify({ type: 'activity', key, course: `course-${course}`, person, verb, objectType, object, at })}\n`;
      if (block.length > 65_536) {
        yield block;
        block = '';
      }
    }
    yield block;
  }
  const packed = file.endsWith('.gz') ? [createGzip({ level: 1 })] : [];
  await pipeline([Readable.from(lines()), ...packed, createWriteStream(file)]);
}

/** A line that such a file never has. */
export const oneMoreActivity = `${JSON.stringify({ type: 'activity', key: 'one-more', course: 'course-1', person: 'c1-1', verb: 'viewed', at: '2026-03-16T10:00:00Z' })}\n`;
