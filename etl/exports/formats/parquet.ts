import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, Column } from '../export-table.ts';
import type { WriteTable } from './file-format.ts';

/** Rows of a group, which is what is in memory. */
const groupRows = 20_000;

const types = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const satisfies Record<Column['type'], object>;

/** Apache Parquet, compressed by Snappy. Every column may be null. */
export const writeParquet: WriteTable = async (file, { columns, rows }) => {
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    createdBy: 'Kith',
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...types[type] })),
    ],
  });
  let group: (readonly Cell[])[] = [];
  const write = async () => {
    if (group.length === 0) return;
    const columnData = columns.map(({ name }, place) => ({
      name,
      data: group.map((row) => row[place] ?? null),
      offsetIndex: false,
    }));
    await writer.write({ columnData, rowGroupSize: groupRows });
    group = [];
  };
  for await (const row of rows) {
    group.push(row);
    if (group.length === groupRows) await write();
  }
  await write();
  await writer.finish();
};
