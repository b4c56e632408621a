import type { Format } from '../approved-export.ts';
import { writeCsv } from './csv.ts';
import type { WriteTable } from './file-format.ts';
import { writeJson } from './json.ts';
import { writeParquet } from './parquet.ts';
import { writeXlsx } from './xlsx.ts';

/** How each format is written. */
export const formats: Readonly<Record<Format, WriteTable>> = {
  csv: writeCsv,
  json: writeJson,
  parquet: writeParquet,
  xlsx: writeXlsx,
};
