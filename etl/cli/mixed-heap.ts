import type { Connector, SourceInput } from '../connector.ts';
import { takeApart } from '../detect/parcels.ts';
import { connectorById } from '../extract/index.ts';
import type { Output } from './output.ts';
import { Failure } from './trouble.ts';

interface Part {
  readonly connector: Connector;
  readonly input: SourceInput;
}

/**
 * The parts of a heap that several connectors read, or that holds several archives; undefined where one connector reads
 * all there is, and the heap is loaded as one. Says what goes where and what is left out.
 */
export async function takeMixedApart(paths: readonly string[], out: Output): Promise<Part[] | undefined> {
  const { parcels, leftOver } = await takeApart(paths);
  // Variants of one connector are one load here: whoever types a command has one set of options for them.
  const piles = Map.groupBy(parcels, ({ connector, input }) => `${input.path}\0${connector}`);
  if (piles.size < 2) return undefined;
  const unsure = parcels.find(({ rivals }) => rivals.length > 0);
  if (unsure) {
    const [file] = unsure.input.files;
    throw new Failure(
      `Both ${unsure.connector} and ${unsure.rivals[0]!} could read ${file?.name ?? 'this'}.`,
      `Load it by itself and name the right one: kith ingest ${unsure.connector} …`,
    );
  }
  for (const { file, message, hint } of leftOver) out.warn(`Left out: ${file}: ${message} ${hint}`);
  return [...piles.values()].map((pile) => {
    const { connector, input } = pile[0]!;
    const files = pile.flatMap((parcel) => parcel.input.files);
    out.say(`${connector}${input.path === '' ? '' : ` in ${input.path}`}: ${files.map(({ name }) => name).join(', ')}`);
    return { connector: connectorById(connector)!, input: { path: input.path || paths.join(' '), files } };
  });
}
