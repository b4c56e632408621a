import type { SourceFile, SourceInput } from '../connector.ts';
import type { Progress as LoadProgress } from '../load/request.ts';
import type { Progress } from './progress.ts';

/** Everything is read once for its digest and once for its records. */
const readings = 2;

const steps: Readonly<Record<LoadProgress['step'], string>> = {
  waiting: 'waiting for another load of this source',
  staging: 'reading',
  checking: 'checking',
  merging: 'making it visible',
};

export interface MeasuredInput extends SourceInput {
  /** What the loader is doing now. */
  note(progress: LoadProgress): void;
}

/** The same input, which moves a progress line by the bytes that are read; where sizes are unknown, by the rows. */
export function measured(input: SourceInput, line: Progress): MeasuredInput {
  const sizes = input.files.map(({ bytes }) => bytes);
  const total = sizes.every((size) => size !== undefined)
    ? readings * sizes.reduce((sum, size) => sum + size, 0)
    : undefined;
  let [read, note] = [0, ''];
  const show = (items = 0) => line.update(total === undefined ? items : Math.min(read, total), total, note);
  const counted = (file: SourceFile): SourceFile => ({
    ...file,
    async *open() {
      for await (const piece of file.open()) {
        read += piece.byteLength;
        show();
        yield piece;
      }
    },
  });
  return {
    path: input.path,
    files: input.files.map(counted),
    note({ step, items }) {
      note = `${steps[step]}, ${items.toLocaleString('en')} rows`;
      show(items);
    },
  };
}
