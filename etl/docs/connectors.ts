import type { Connector } from '../connector.ts';
import { connectors } from '../extract/index.ts';
import { recordTypes } from '../records/record.ts';
import { linesTable } from './connector-lines.ts';
import { code, list, page, plain, table } from './markdown.ts';

/** docs/reference/connectors.md: what each connector reads and gives, as it says itself. */
export const connectorsPage = (): string =>
  page(
    'Connectors',
    table(
      [
        'connector',
        'title',
        'variants read from a real file',
        'variants unverified: from a description, or a file made by hand',
      ],
      all.map(({ id, title, about: { variants, verified = [] } }) => [
        `[${code(id)}](#${id})`,
        plain(title),
        verified.map(code).join(', '),
        variants
          .filter((variant) => !verified.includes(variant))
          .map(code)
          .join(', '),
      ]),
    ),
    '## Which records they give',
    'What the fields of each record are: [records](records.md). "Verified" means that a real file of the source was read, "unverified" that none was.',
    table(['record', ...all.map(({ id }) => code(id))], coverage()),
    '## What happens to what a connector does not know',
    surprises,
    '## What they take to write',
    'Bytes, dates, JSON and tables are read by `etl/formats`; a connector says how its source differs. A table, list or kind of object that a connector reads takes less than 90 lines in the connector in the middle (a test counts them by the fixtures); a whole system takes more:',
    linesTable(all),
    ...all.map(section),
  );

const surprises = `It is named, never passed over ([why](../adr/0150-what-a-connector-does-not-know-it-names.md)):

- **a column or field** of what people said and did ends the file (${code('UNKNOWN_FIELD')}); ${code('--option ignore=<name>')} loads it without;
- **a setting, a column of a form, a field of an answer's wrapper or of an open standard** stands among the reasons of the run as "not read", and the file is loaded;
- **a word of a list** refuses its row (${code('UNKNOWN_WORD')}, ${code('BAD_CHOICE')}) with field and word;
- **a list, table, file or section** is refused by name (${code('UNKNOWN_SECTION')}), or stands among the reasons of the run as "not read".`;

const all: readonly Connector[] = connectors;

function coverage(): string[][] {
  return recordTypes.map((type) => [
    `[${code(type)}](records.md#${type})`,
    ...all.map(({ about }) => (about.records.includes(type) ? (about.verified ? 'verified' : 'unverified') : '')),
  ]);
}

function section({ id, title, about }: Connector): string {
  return [
    `## ${id}`,
    `${plain(title)}. Load it with \`kith ingest ${id} <path…>\`.`,
    `**How to export it.** ${plain(about.howToExport)}`,
    `**What it gives**`,
    list(about.gives.map(plain)),
    `**What it cannot give**`,
    list(about.cannotGive.map(plain)),
    `**Verified on.** ${plain(about.verifiedOn)}`,
  ].join('\n\n');
}
