import { rejectCodes, type RejectCode } from '../reject-codes.ts';
import { page, plain, table } from './markdown.ts';

const scope = { row: 'the row', file: 'the whole file' } as const satisfies Record<RejectCode['kind'], string>;

/** docs/reference/rejects.md: every code, what it means and what to do. */
export const rejectsPage = (): string =>
  page(
    'Why rows and files are refused',
    'A bad row is left out and kept with its file, line, code and reason: `kith rejects <run>` lists them. ' +
      'A bad file is refused before a row of it is written.',
    table(
      ['code', 'refuses', 'means', 'what to do'],
      Object.entries(rejectCodes).map(([code, { kind, means, next }]) => [
        `<a id="${code}"></a>\`${code}\``,
        scope[kind],
        plain(means),
        plain(next),
      ]),
    ),
  );
