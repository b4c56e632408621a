import { preview } from '@kith/etl/detect/look.ts';
import { takeApart, type Parcel } from '@kith/etl/detect/parcels.ts';
import { connectorById } from '@kith/etl/extract/index.ts';
import type { z } from 'zod';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { Choices, lookAtUpload } from '../contract/uploads.ts';

type Looked = Pick<ResponseOf<typeof lookAtUpload>, 'parcels' | 'leftOver'>;
type Chosen = Readonly<Record<string, z.output<typeof Choices>>>;

/** Reading everything of a large heap would keep a person waiting: this long for all parcels together, in ms. */
const patience = 6000;

/** What the files of a folder are, and what would come of them with these choices. Reads, and writes nothing. */
export async function lookAt(folder: string, chosen: Chosen, timezone: string): Promise<Looked> {
  const { parcels, leftOver } = await takeApart([folder]);
  const time = patience / Math.max(1, parcels.length);
  const seen: Looked['parcels'] = [];
  for (const parcel of parcels) seen.push(await look(parcel, chosen[parcel.id] ?? {}, timezone, time));
  return { parcels: seen, leftOver: [...leftOver] };
}

async function look(
  parcel: Parcel,
  { timezone, dateOrder, start, courseId, newCourse }: Chosen[string],
  usualZone: string,
  time: number,
): Promise<Looked['parcels'][number]> {
  const { id, connector, variant, confidence, encoding, problems, rivals, input } = parcel;
  const course = newCourse ?? (courseId === undefined ? undefined : 'the chosen course');
  const read = await preview(
    connector,
    input,
    { timezone: timezone ?? usualZone, dateOrder, course, ...(start !== undefined && { options: { start } }) },
    { items: 20_000, time },
  );
  return {
    id,
    connector,
    title: connectorById(connector)?.title ?? connector,
    variant,
    confidence,
    encoding,
    dateOrder: parcel.dateOrder ?? null,
    problems: [...problems],
    rivals: [...rivals],
    archive: input.path,
    files: input.files.map(({ name, bytes }) => ({ name, bytes: bytes ?? null })),
    preview: {
      ...read,
      records: { ...read.records },
      refused: [...read.refused],
      troubles: [...read.troubles],
      courses: [...read.courses],
    },
  };
}
