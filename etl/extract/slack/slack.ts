import { defineConnector, UnreadableFile, type Detection, type FileHead, type SourceFile } from '../../connector.ts';
import { headText } from '../../formats/encoding.ts';
import { believed, jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import { type JsonRow, jsonRows } from '../../formats/json-rows.ts';
import { toldNews } from '../../formats/news.ts';
import { about } from './about.ts';
import { personOf, type Place, postOf, spaceOf } from './records.ts';
import { Answer, Channel, isNotice, Message, User } from './shapes.ts';

/** A Slack workspace export: people and channels in tables of their own, a file of messages per channel and day. */
export const slack = defineConnector({
  id: 'slack',
  title: 'Slack workspace export',
  about,
  detect,

  async *extract({ files }, context) {
    const { keepBodies = false, options } = context;
    const places = await readPlaces(files);
    yield* jsonExport(files.toSorted(peopleFirst), function* (row) {
      const table = stem(row.ref.file);
      const folder = row.ref.file.split('/').at(-2) ?? '';
      if (isPeople(table)) yield* believed(User, row, context, (user) => [personOf(user)]);
      else if (table === 'channels')
        yield* believed(Channel, row, context, (channel) => [spaceOf(placeOf(channel, false))]);
      else if (table === 'groups')
        yield* believed(Channel, row, context, (channel) => [spaceOf(placeOf(channel, true))]);
      else if (otherTables.test(table) || directMessages.test(folder)) {
        yield { skipped: { reason: 'direct messages and logs, which are not read' }, ref: row.ref };
      } else {
        const place = places.get(folder) ?? unlisted(row, options?.channel ?? folder);
        if (!isDay(row.value)) yield* toldNews(Answer, row, context);
        for (const value of messagesIn(row.value)) {
          yield* believed(Message, { value, ref: row.ref }, context, (message) =>
            isNotice(message) ? 'a notice or an app, no post' : [spaceOf(place), ...postOf(message, place, keepBodies)],
          );
        }
      }
    });
  },
});

const stem = (name: string) =>
  name
    .split('/')
    .at(-1)
    ?.replace(/\.json$/i, '') ?? '';
const isPeople = (table: string) => table === 'users' || table === 'org_users';
const peopleFirst = (one: SourceFile, other: SourceFile) =>
  Number(isPeople(stem(other.name))) - Number(isPeople(stem(one.name)));
const otherTables = /^(?:dms|mpims|integration_logs|canvases|lists|huddle_transcripts|file_conversations)$/;
const directMessages = /^(?:D[A-Z0-9]{8,}$|mpdm-)/;

function detect({ bytes }: FileHead): Detection | undefined {
  const fields = jsonFields(bytes);
  const isMessages = hasFields(fields, 'ts') && /"ts"\s*:\s*"\d{10}\.\d{6}"/.test(headText(bytes));
  const isTable = hasFields(fields, 'team_id', 'profile') || hasFields(fields, 'is_archived', 'purpose', 'creator');
  if (!isMessages && !isTable) return undefined;
  return { variant: hasFields(fields, 'has_more') ? 'history' : 'export', confidence: 0.95, problems: [] };
}

/** Messages lie in folders called after their channel; its id stands in a table. */
async function readPlaces(files: readonly SourceFile[]): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>();
  for (const file of files.filter(({ name }) => /^(?:channels|groups)$/.test(stem(name)))) {
    for await (const row of jsonRows(file)) {
      const channel = 'value' in row ? Channel.safeParse(row.value).data : undefined;
      if (channel) places.set(channel.name, placeOf(channel, stem(file.name) === 'groups'));
    }
  }
  return places;
}

function placeOf({ id, name }: { id: string; name: string }, isPrivate: boolean): Place {
  return { id, name, isPrivate };
}

/** A folder that no table lists keeps its name for an id. Without folder and option nobody knows where it was said. */
function unlisted({ ref }: JsonRow, channel: string): Place {
  if (channel !== '') return { id: channel, name: undefined, isPrivate: false };
  const hint = 'Load the export as a whole (zip or folder), or say --option channel=<id>.';
  throw new UnreadableFile('NO_CHANNEL', ref.file, 'Nothing says in which channel these messages stand.', hint);
}

const isDay = (value: unknown) => !(typeof value === 'object' && value !== null && 'messages' in value);

/** A day's file is a list; an answer of conversations.history wraps one. */
function messagesIn(value: unknown): readonly unknown[] {
  const { messages } = (value ?? {}) as { messages?: unknown };
  return Array.isArray(messages) ? messages : [value];
}
