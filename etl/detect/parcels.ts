import { UnreadableFile, type Connector, type DateOrder, type SourceFile, type SourceInput } from '../connector.ts';
import { connectors, type ConnectorId } from '../extract/index.ts';
import { binaryKind, refuseNoText, sniffEncoding } from '../formats/encoding.ts';
import { head, openHeap } from '../formats/source.ts';

/** Files of a heap that belong together: one connector reads them in one load. */
export interface Parcel {
  /** Stays the same however often the same heap is looked at. */
  readonly id: string;
  readonly connector: ConnectorId;
  readonly variant: string;
  /** 0..1, of the file it is surest of. */
  readonly confidence: number;
  readonly encoding: string;
  readonly dateOrder?: DateOrder;
  /** Plain sentences about what is to be supplied or mended. */
  readonly problems: readonly string[];
  /** Other connectors that are as sure. */
  readonly rivals: readonly ConnectorId[];
  readonly input: SourceInput;
}

/** A file that goes nowhere, and why. */
export interface LeftOver {
  readonly file: string;
  /** The archive it lies in; empty: none. */
  readonly archive: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export interface TakenApart {
  readonly parcels: readonly Parcel[];
  readonly leftOver: readonly LeftOver[];
}

interface Claim {
  readonly file: SourceFile;
  readonly connector: Connector;
  readonly variant: string;
  readonly confidence: number;
  readonly encoding: string;
  readonly dateOrder: DateOrder | undefined;
  readonly problems: readonly string[];
  readonly rivals: readonly string[];
}

/**
 * Takes a heap of mixed files, folders and archives apart: every file goes to the connector that is surest of it, and
 * the files of one connector (of one variant, where each stands for itself) are one parcel. Reads only the first bytes
 * of every file and writes nothing. No name has to help: a file may be called `export.dat`.
 */
export async function takeApart(
  paths: readonly string[],
  candidates: readonly Connector[] = connectors,
): Promise<TakenApart> {
  const { inputs, troubles } = await openHeap(paths);
  const leftOver = troubles.map((trouble) => inWords(trouble, ''));
  const parcels: Parcel[] = [];
  for (const input of inputs) {
    const wanted: (readonly Claim[])[] = [];
    for (const file of input.files) {
      const found = await claimsOn(file, input, candidates);
      if ('code' in found) leftOver.push(found);
      else wanted.push(found);
    }
    const claims = amongTheirOwn(wanted);
    for (const members of Map.groupBy(claims, pile).values()) parcels.push(parcelOf(input, members));
  }
  return { parcels: parcels.toSorted((a, b) => (a.id < b.id ? -1 : 1)), leftOver };
}

/**
 * One claim on every file: the surest, but where most files of the heap are one connector's and it claims this one too, its.
 * A table of an export looks like that of another system when it stands alone, and means nothing without its own.
 */
function amongTheirOwn(wanted: readonly (readonly Claim[])[]): Claim[] {
  const owners = Map.groupBy(wanted, (claims) => claims[0]?.connector);
  const [most] = [...owners].find(([, files]) => files.length > 2 && files.length * 2 > wanted.length) ?? [];
  return wanted.flatMap((claims) => claims.find(({ connector }) => connector === most) ?? claims[0] ?? []);
}

const pile = ({ connector, variant }: Claim): string =>
  connector.apart === true ? `${connector.id}/${variant}` : connector.id;

/** Every claim on one file, the surest first; never empty. */
async function claimsOn(
  file: SourceFile,
  { path, files }: SourceInput,
  candidates: readonly Connector[],
): Promise<readonly Claim[] | LeftOver> {
  try {
    const bytes = await head(file);
    refuseNoText(file, bytes);
    const siblings = files.map(({ name }) => name);
    const claims = candidates.flatMap((connector) => {
      const detection = binaryKind(bytes) === undefined && connector.detect({ name: file.name, bytes, siblings });
      return detection ? [{ connector, ...detection }] : [];
    });
    if (claims.length === 0) return { file: file.name, archive: path, ...unknown };
    return claims
      .toSorted((a, b) => b.confidence - a.confidence)
      .map((claim) => ({
        ...claim,
        file,
        encoding: claim.encoding ?? sniffEncoding(bytes).encoding,
        dateOrder: claim.dateOrder,
        rivals: claims
          .filter(({ connector, confidence }) => connector !== claim.connector && confidence === claim.confidence)
          .map(({ connector }) => connector.id),
      }));
  } catch (error) {
    if (error instanceof UnreadableFile) return inWords(error, path);
    throw error;
  }
}

function parcelOf(input: SourceInput, claims: readonly Claim[]): Parcel {
  const [best] = claims.toSorted((a, b) => b.confidence - a.confidence);
  const { connector, variant, confidence, encoding } = best!;
  const orders = new Set(claims.flatMap(({ dateOrder }) => dateOrder ?? []));
  const one = orders.size === 1 ? [...orders][0] : undefined;
  return {
    id: [input.path, pile(best!)].filter((part) => part !== '').join(': '),
    connector: connector.id as ConnectorId,
    variant,
    confidence,
    encoding,
    ...(one === undefined ? {} : { dateOrder: one }),
    problems: [...new Set(claims.flatMap(({ problems }) => problems))],
    rivals: [...new Set(claims.flatMap(({ rivals }) => rivals))] as ConnectorId[],
    input: { path: input.path, files: claims.map(({ file }) => file) },
  };
}

const unknown = {
  code: 'NOT_RECOGNISED',
  message: 'No connector recognises this file.',
  hint: 'Export it as the docs of its system say, or describe its columns in a mapping file for the connector "mapping".',
} as const;

const inWords = ({ file, code, message, hint }: UnreadableFile, archive: string): LeftOver => ({
  file,
  archive,
  code,
  message,
  hint,
});
