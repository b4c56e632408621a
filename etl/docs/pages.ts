import type { MappedSchema } from '@kith/sql/data-map.ts';

import { type CommandWords, commandsPage } from './commands.ts';
import { connectorsPage } from './connectors.ts';
import { exportsPage } from './exports.ts';
import { methodsPage } from './methods.ts';
import { recordsPage } from './records.ts';
import { rejectsPage } from './rejects.ts';
import { schemaPage } from './schema.ts';

/** What a page cannot find in the registries of the ETL, asked for only by the page that shows it. */
export interface Elsewhere {
  readonly commands: () => Promise<readonly CommandWords[]>;
  readonly dataMap: () => Promise<readonly MappedSchema[]>;
}

/** Every page of docs/reference, by its file. */
export const pages: Readonly<Record<string, (elsewhere: Elsewhere) => string | Promise<string>>> = {
  'commands.md': async ({ commands }) => commandsPage(await commands()),
  'connectors.md': connectorsPage,
  'exports.md': exportsPage,
  'methods.md': methodsPage,
  'records.md': recordsPage,
  'rejects.md': rejectsPage,
  'schema.md': async ({ dataMap }) => schemaPage(await dataMap()),
};
