import { defineConnector, type Context, type Detection, type Extracted, type FileHead } from '../../connector.ts';
import { believed, jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import type { JsonRow } from '../../formats/json-rows.ts';
import { toldNews } from '../../formats/news.ts';
import { about } from './about.ts';
import { messageRecords } from './records.ts';
import { Answer, Message } from './shapes.ts';

/** Channel messages of Microsoft Teams, as Microsoft Graph answers them. */
export const teamsMessages = defineConnector({
  id: 'teams-messages',
  title: 'Microsoft Teams channel messages (Graph JSON)',
  about,
  detect,

  async *extract({ files }, context) {
    yield* jsonExport(files, function* (row) {
      const { value } = (row.value ?? {}) as { value?: unknown };
      if (value !== undefined) yield* toldNews(Answer, row, context);
      for (const message of Array.isArray(value) ? (value as unknown[]) : [row.value]) {
        yield* messageItems({ ...row, value: message }, context);
      }
    });
  },
});

function detect({ bytes }: FileHead): Detection | undefined {
  const isMine = hasFields(jsonFields(bytes), 'messageType', 'createdDateTime', 'channelIdentity');
  return isMine ? { variant: 'channel', confidence: 0.95, problems: [] } : undefined;
}

/** A message and, where the answer was expanded, its replies. */
function* messageItems(row: JsonRow, context: Context): Generator<Extracted> {
  let replies: readonly unknown[] = [];
  yield* believed(Message, row, context, (message) => {
    replies = message.replies;
    if (message.messageType !== 'message') return 'a notice of Teams, no message';
    if (!message.channelIdentity) return 'a chat, which is private and is not read';
    if (!message.from?.user && message.deletedDateTime === undefined) return 'written by an app';
    return messageRecords(message, message.channelIdentity.channelId, context.keepBodies ?? false);
  });
  for (const value of replies) yield* messageItems({ ...row, value }, context);
}
