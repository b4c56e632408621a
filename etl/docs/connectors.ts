import type { Connector } from '../connector.ts';
import { connectors } from '../extract/index.ts';
import { recordTypes } from '../records/record.ts';
import { code, list, page, plain, table } from './markdown.ts';

/** docs/reference/connectors.md: what each connector reads and gives, as it says itself. */
export const connectorsPage = (): string =>
  page(
    'Connectors',
    table(
      ['connector', 'title', 'variants', 'verified on'],
      connectors.map(({ id, title, about: { variants, verifiedOn } }) => [
        `[${code(id)}](#${id})`,
        plain(title),
        variants.map(code).join(', '),
        plain(verifiedOn),
      ]),
    ),
    '## Which records they give',
    'What the fields of each record are: [records](records.md).',
    table(['record', ...connectors.map(({ id }) => code(id))], coverage(connectors)),
    ...connectors.map(section),
  );

function coverage(all: readonly Connector[]): string[][] {
  return recordTypes.map((type) => [
    `[${code(type)}](records.md#${type})`,
    ...all.map(({ about }) => (about.records.includes(type) ? 'yes' : '')),
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
