import { type Connector, type Context, type SourceInput, UnreadableFile } from '@kith/etl/connector.ts';
import { believe, type Refusal } from '@kith/etl/load/believe.ts';
import { rejectCodes } from '@kith/etl/reject-codes.ts';
import { type RecordInput, recordSchemas } from '@kith/etl/records/record.ts';

/** How a harmed input ended; anything else is a fault of ours. */
export interface Ending {
  readonly records: number;
  /** Rows refused, each with a code and a sentence. */
  readonly refused: number;
  /** Code of the file, where it was refused as a whole. */
  readonly file: string | undefined;
}

/** A fault: what was read or refused is not as it is promised. */
export class Fault extends Error {}

/**
 * Reads to the end. Every record is valid, every refused row and file has a code that has its paragraph, and a sentence.
 *
 * @throws Fault, or whatever the connector threw that is no refusal
 */
export async function survives(
  connector: Connector,
  open: () => Promise<SourceInput> | SourceInput,
  context: Context,
): Promise<Ending> {
  let [records, refused] = [0, 0];
  try {
    for await (const item of connector.extract(await open(), context)) {
      if ('record' in item) {
        const refusal = refusalOf(connector, item.record);
        if (refusal === undefined) records += 1;
        else refused += 1;
      }
      if ('reject' in item) {
        refused += 1;
        mustHaveReason(item.reject.code, item.reject.message);
      }
    }
    return { records, refused, file: undefined };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    mustHaveReason(error.code, error.message);
    if (!/\w/.test(error.hint)) throw new Fault(`${error.code} has no next step.`, { cause: error });
    return { records, refused, file: error.code };
  }
}

function mustHaveReason(code: string, message: string): void {
  if (!Object.hasOwn(rejectCodes, code)) throw new Fault(`The code ${code} has no paragraph.`);
  if (!/\w/.test(message)) throw new Fault(`${code} has no sentence.`);
}

/**
 * Every record is valid, but for what only the load can say: a key longer than any id, and the fields of Kith's own NDJSON,
 * which are checked there, once. Its refusals have a code and a sentence like all others.
 */
function refusalOf(connector: Connector, record: RecordInput): Refusal | undefined {
  const believed = believe(record, { bodies: false, titles: true });
  if (!('refusal' in believed)) return undefined;
  const { code, message } = believed.refusal;
  mustHaveReason(code, message);
  const issues = recordSchemas[record.type].safeParse(record).error?.issues ?? [];
  if (connector.id !== 'native' && issues.some((issue) => issue.code !== 'too_big')) {
    throw new Fault(`A ${record.type} record is not valid: ${message}`);
  }
  return believed.refusal;
}
