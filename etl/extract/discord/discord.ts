import { defineConnector, type Context, type Detection, type Extracted, type FileHead } from '../../connector.ts';
import { headText } from '../../formats/encoding.ts';
import { headRows } from '../../formats/head-rows.ts';
import { believed, jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import type { JsonRow } from '../../formats/json-rows.ts';
import { checked } from '../../formats/known.ts';
import { head } from '../../formats/source.ts';
import { about } from './about.ts';
import { csvColumns, csvMessages } from './csv.ts';
import { messageRecords, spaceOf } from './records.ts';
import { Export, Message } from './shapes.ts';

/** Channels of a Discord server, as DiscordChatExporter saves them: one file per channel or thread. */
export const discord = defineConnector({
  id: 'discord',
  title: 'Discord channels (DiscordChatExporter JSON, CSV)',
  about,
  detect,

  async *extract({ files }, context) {
    for (const file of files) {
      if (isCsv(await head(file))) yield* csvMessages(file, context);
      else yield* jsonExport([file], (row) => channelItems(row, context));
    }
  },
});

const isCsv = (bytes: Uint8Array) => csvColumns.every((name) => headRows(bytes, ',', 1)[0]?.includes(name));

function detect({ bytes }: FileHead): Detection | undefined {
  if (isCsv(bytes))
    return { variant: 'csv', confidence: 0.95, problems: ['A CSV says nothing of replies: JSON does.'] };
  const fields = jsonFields(bytes);
  if (!hasFields(fields, 'guild', 'channel', 'exportedAt', 'messages')) return undefined;
  return { variant: /"Guild\w*Thread"/.test(headText(bytes)) ? 'thread' : 'json', confidence: 0.95, problems: [] };
}

function* channelItems(row: JsonRow, context: Context): Generator<Extracted> {
  const { ref } = row;
  const result = checked(Export, row.value, ref, context);
  if ('reject' in result) {
    yield result;
    return;
  }
  const { channel, messages } = result.value;
  if (channel.type.startsWith('Direct')) {
    yield { skipped: { reason: 'direct messages, which are not read', count: messages.length }, ref };
    return;
  }
  yield { record: spaceOf(channel), ref };
  const roots = new Map<string, string>();
  const staffRoles = new Set(context.options?.staff?.split(',').map((role) => role.trim()));
  const settings = { staffRoles, keepBodies: context.keepBodies ?? false };
  for (const value of messages) {
    yield* believed(Message, { value, ref }, context, (message) =>
      message.type === 'Default' || message.type === 'Reply'
        ? messageRecords(message, channel, roots, settings)
        : 'a notice of Discord, no message',
    );
  }
}
