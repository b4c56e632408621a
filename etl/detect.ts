import type { Connector, DateOrder, Detection, SourceInput } from './connector.ts';
import { connectors, type ConnectorId } from './extract/index.ts';
import { binaryKind, sniffEncoding } from './formats/encoding.ts';
import { head } from './formats/source.ts';

/** What one connector thinks of the input as a whole. */
export interface Detected {
  readonly connector: ConnectorId;
  readonly variant: string;
  /** 0..1, of the file it is surest of. */
  readonly confidence: number;
  readonly problems: readonly string[];
  readonly encoding: string;
  readonly dateOrder?: DateOrder;
  /** Names of the files it would read. */
  readonly files: readonly string[];
}

interface Claim {
  readonly file: string;
  readonly detection: Detection;
  readonly encoding: string;
}

/**
 * Which connectors read this input, the surest first, from the first 64 KiB of every file and without its name where
 * that does not help. Nothing is written. Empty: nobody knows it.
 */
export async function detect(
  input: SourceInput,
  candidates: readonly Connector[] = connectors,
): Promise<readonly Detected[]> {
  const siblings = input.files.map(({ name }) => name);
  const claims = new Map<string, Claim[]>(candidates.map(({ id }) => [id, []]));
  for (const file of input.files) {
    const bytes = await head(file);
    if (bytes.length === 0 || binaryKind(bytes) !== undefined) continue;
    const { encoding } = sniffEncoding(bytes);
    for (const connector of candidates) {
      const detection = connector.detect({ name: file.name, bytes, siblings });
      if (detection) claims.get(connector.id)?.push({ file: file.name, detection, encoding });
    }
  }
  return [...claims]
    .sort(([, a], [, b]) => weight(b) - weight(a))
    .flatMap(([connector, made]) => summary(connector as ConnectorId, made));
}

/** In a folder the one that knows most of the files is meant, but many faint likenesses are no knowledge. */
function weight(claims: readonly Claim[]): number {
  return claims.reduce((sum, { detection }) => sum + detection.confidence ** 2, 0);
}

function summary(connector: ConnectorId, claims: readonly Claim[]): Detected[] {
  const [best] = claims.toSorted((a, b) => b.detection.confidence - a.detection.confidence);
  if (!best) return [];
  const { variant, confidence, encoding, dateOrder } = best.detection;
  return [
    {
      connector,
      variant,
      confidence,
      problems: [...new Set(claims.flatMap(({ detection }) => detection.problems))],
      encoding: encoding ?? best.encoding,
      files: claims.map(({ file }) => file),
      ...(dateOrder === undefined ? {} : { dateOrder }),
    },
  ];
}
