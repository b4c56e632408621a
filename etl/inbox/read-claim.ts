import path from 'node:path';

import { DatabaseError } from 'pg';
import type { Db } from '@kith/sql/connect.ts';

import { UnreadableFile } from '../connector.ts';
import { takeApart, type LeftOver, type Parcel } from '../detect/parcels.ts';
import { connectorById } from '../extract/index.ts';
import { loadParcel } from '../intake/load-parcel.ts';
import { LoadInterrupted } from '../load/interrupted.ts';
import type { RunReport } from '../load/request.ts';
import { placeOf, type Claim } from './claim.ts';
import { keepFindings, readFindings, type Finding } from './findings.ts';
import { filesBelow } from './put-away.ts';
import type { WatchedFolder } from './watched-folder.ts';

/**
 * Reads what was claimed into the source, parcel by parcel, and says what came of each file. What an earlier run found
 * before it was killed is not read again.
 *
 * @throws LoadInterrupted, and what the database throws when it is gone or full; the next run goes on
 */
export async function readClaim(db: Db, watched: WatchedFolder, claim: Claim): Promise<readonly Finding[]> {
  const { complete, found } = await readFindings(claim);
  if (complete) return found;
  const onDisk = await filesBelow(placeOf(claim));
  if (onDisk.length === 0) return [];
  const chosen = watched.connector === null ? undefined : connectorById(watched.connector);
  const { parcels, leftOver } = await takeApart([placeOf(claim)], chosen && [chosen]);
  for (const parcel of parcels) {
    if (found.some(({ id }) => id === parcel.id)) continue;
    found.push(await readParcel(db, watched, { claim, parcel, onDisk }));
    await keepFindings(claim, { complete: false, found });
  }
  for (const each of leftOver) {
    // What cannot be opened at all is named by its whole path.
    const file = path.isAbsolute(each.file) ? path.relative(placeOf(claim), each.file) : each.file;
    const files = lying(onDisk, [each.archive === '' ? file : each.archive]);
    found.push({ id: `left over: ${file}`, files, runId: null, trouble: inWords(each), note: null });
  }
  await keepFindings(claim, { complete: true, found });
  return found;
}

interface Reading {
  readonly claim: Claim;
  readonly parcel: Parcel;
  readonly onDisk: readonly string[];
}

async function readParcel(db: Db, watched: WatchedFolder, { claim, parcel, onDisk }: Reading): Promise<Finding> {
  const { id, connector, rivals, input } = parcel;
  const names = input.files.map(({ name }) => name);
  const finding = {
    id,
    files: lying(onDisk, input.path === '' ? names : [input.path]),
    runId: null,
    trouble: null,
    note: null,
  };
  const [rival] = rivals;
  if (rival !== undefined) {
    const trouble = `Both ${connector} and ${rival} could read it. Say with the source which one is to.`;
    return { ...finding, trouble };
  }
  const begun: { runId: number | null } = { runId: null };
  try {
    const report = await loadParcel(db, {
      institutionId: watched.institutionId,
      paths: [placeOf(claim)],
      plan: {
        id,
        connector,
        source: watched.source,
        archive: input.path,
        files: names,
        ...(watched.courseId === null ? {} : { courseId: watched.courseId }),
        ...(watched.dateOrder === null ? {} : { dateOrder: watched.dateOrder }),
      },
      signal: new AbortController().signal,
      onProgress: ({ runId }) => (begun.runId = runId),
    });
    return { ...finding, runId: report.runId, note: noteOn(report) };
  } catch (error) {
    if (error instanceof LoadInterrupted || isOfTheDatabase(error)) throw error;
    return {
      ...finding,
      ...begun,
      trouble: error instanceof UnreadableFile ? inWords(nextHere(error, watched)) : unexpected,
    };
  }
}

/** Files on the disk under the names they are read by: the reader leaves out the ending of a packed one. */
const lying = (onDisk: readonly string[], names: readonly string[]): string[] =>
  onDisk.filter((file) => names.includes(file) || names.includes(file.replace(/\.(gz|zst)$/i, '')));

function noteOn({ runId, state, rejected, message }: RunReport): string | null {
  if (state === 'staged')
    return `Load ${runId} is held back and waits for a decision on the data page. ${message ?? ''}`;
  if (rejected === 0) return null;
  return `${rejected} rows of load ${runId} were refused; the data page lists them with their reasons, and takes them mended.`;
}

/** Nobody can say `--date-order` to a folder: it is said of the source, once. */
const nextHere = (error: UnreadableFile, { source }: WatchedFolder): Pick<LeftOver, 'file' | 'message' | 'hint'> =>
  error.code !== 'AMBIGUOUS_DATE'
    ? error
    : {
        file: error.file,
        message: error.message,
        hint: `Say which it is on the page “Sources that run by themselves”, or by kith source set "${source}" --date-order dmy (or mdy, ymd, ydm), and put the file into the folder again.`,
      };

const inWords = ({ file, message, hint }: Pick<LeftOver, 'file' | 'message' | 'hint'>): string =>
  `${file.split('/').at(-1)!}: ${message} ${hint}`;

/** Its own words stay out: a message of the database or of a parser quotes what it could not read. */
const unexpected = 'It could not be loaded, and nothing of it is in use. If it comes back, tell whoever runs Kith.';

/** No room, going down, no connection (classes 53, 57 and 08): the files are not to blame. */
const isOfTheDatabase = (error: unknown): boolean =>
  error instanceof DatabaseError && /^(53|57|08)/.test(error.code ?? '');
