import type { Connector, SourceInput } from '../connector.ts';
import { detect } from '../detect.ts';
import { connectorById, connectors, type ConnectorId } from '../extract/index.ts';
import { refuseNoText } from '../formats/encoding.ts';
import { head } from '../formats/source.ts';
import type { Mode } from '../load/request.ts';
import { nearest } from './nearest.ts';
import type { Output } from './output.ts';
import { Failure, UsageError } from './trouble.ts';

const ids = connectors.map(({ id }) => id);

/** What a load means where the person does not say. Most exports are windows or selections: absent is unchanged. */
const modes: Partial<Record<string, Mode>> = { oulad: 'full', xapi: 'event' } satisfies Partial<
  Record<ConnectorId, Mode>
>;

export const usualMode = (connector: string): Mode => modes[connector] ?? 'delta';

/** Throws {@link UsageError}. */
export function connectorNamed(id: string): Connector {
  const connector = connectorById(id);
  if (connector) return connector;
  const meant = nearest(id, ids);
  throw new UsageError(
    `There is no connector "${id}".${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    `It is one of: ${ids.join(', ')}; or auto, which finds out.`,
  );
}

/** The connector of that id, or for `auto` the one that recognises the input. Throws where none or several do. */
export async function chooseConnector(wanted: string, input: SourceInput, out: Output): Promise<Connector> {
  if (wanted !== 'auto') return connectorNamed(wanted);
  const [first, second] = await detect(input);
  if (first === undefined) {
    await refuseUnreadable(input);
    throw new Failure(
      'No connector recognises this.',
      `Name one (${ids.join(', ')}); a CSV of your own is described in a mapping file: kith ingest mapping <file> --map <yaml>.`,
    );
  }
  if (second?.confidence === first.confidence) {
    throw new Failure(
      `Both ${first.connector} and ${second.connector} could read this.`,
      `Name the right one: kith ingest ${first.connector} …`,
    );
  }
  out.say(`It looks like ${first.connector} (${first.variant}).`);
  return connectorNamed(first.connector);
}

/** An empty or binary file says so itself. */
async function refuseUnreadable({ files }: SourceInput): Promise<void> {
  for (const file of files) refuseNoText(file, await head(file));
}
