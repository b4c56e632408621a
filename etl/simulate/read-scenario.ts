import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';

import { Scenario } from './scenario.ts';

const folder = path.resolve(import.meta.dirname, 'scenarios');

/** A scenario that cannot be read. `hint` says what to do next. */
export class BadScenario extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** The scenarios that come with Kith, in the order of their names. */
export const shippedScenarios: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''))
  .sort();

/** A shipped scenario by its name (`demo`), or one's own by its path. Throws BadScenario. */
export async function readScenario(nameOrPath: string): Promise<Scenario> {
  const file = shippedScenarios.includes(nameOrPath) ? path.join(folder, `${nameOrPath}.yaml`) : nameOrPath;
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BadScenario(
      `There is no scenario ${nameOrPath}.`,
      `Name a file, or a scenario that comes with Kith: ${shippedScenarios.join(', ')}.`,
    );
  });
  return parseScenario(text, nameOrPath);
}

/** Checks the text of a scenario file. The error names the file, the line and the place in it. */
export function parseScenario(text: string, name: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const hint =
    'docs/simulator.md names every field; the scenarios in etl/simulate/scenarios show how they are written.';
  const [fault] = document.errors;
  if (fault) {
    const { line } = lines.linePos(fault.pos[0]);
    throw new BadScenario(`${name}, line ${line}: it is not YAML: ${fault.message}.`, hint);
  }
  const { success, data, error } = Scenario.safeParse(document.toJS() ?? {});
  if (success) return data;
  const { path: place, message } = deepest(error.issues[0]!);
  let line = 1;
  for (let depth = place.length; depth > 0; depth--) {
    const node = document.getIn(place.slice(0, depth), true) as { range?: readonly number[] } | undefined;
    if (!node?.range) continue;
    ({ line } = lines.linePos(node.range[0]!));
    break;
  }
  throw new BadScenario(`${name}, line ${line}: ${place.map(String).join('.') || 'the file'}: ${message}.`, hint);
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Of a choice between shapes, what is wrong with the one that fits best: a name's for a text, else the fields'. */
function deepest(issue: Issue): Issue {
  const [named, fields] = issue.errors ?? [];
  const inner = (fields?.some(({ path }) => path.length > 0) ? fields[0] : named?.[0]) ?? fields?.[0];
  if (!inner || issue.code !== 'invalid_union') return issue;
  return deepest({ ...inner, path: [...issue.path, ...inner.path] });
}
