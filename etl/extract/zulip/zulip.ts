import {
  defineConnector,
  type Context,
  type Detection,
  type Extracted,
  type FileHead,
  type SourceFile,
  UnreadableFile,
} from '../../connector.ts';
import { believed, jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import { type JsonRow, jsonRows } from '../../formats/json-rows.ts';
import { toldNews } from '../../formats/news.ts';
import { leftOut } from '../../formats/surprise.ts';
import type { RecordInput } from '../../records/record.ts';
import { about } from './about.ts';
import { personOf, postOf, reactionsOf } from './records.ts';
import { Answer, ApiMessage, ExportedMessage, Realm } from './shapes.ts';

/** Zulip: an organisation's export, or saved answers of its API. */
export const zulip = defineConnector({
  id: 'zulip',
  title: 'Zulip messages (organisation export, API answers)',
  about,
  detect,

  async *extract({ files }, context) {
    const realm = await readRealm(files);
    const isMessages = ({ name }: SourceFile) =>
      !/(?:^|\/)(?:realm|stats|attachment|records|migration_status|analytics)\.json$/.test(name);
    if (realm) {
      const ref = { file: realm.file.name, line: 1 };
      yield* toldNews(Realm, { value: realm.value, ref }, context);
      for (const record of realmRecords(realm.value)) yield { record, ref };
    }
    const isJson = ({ name }: SourceFile) => /\.json$/i.test(name) || files.length === 1;
    for (const file of files) if (!isJson(file)) yield leftOut(file, 'an attachment or another file that is not read');
    yield* jsonExport(files.filter(isJson).filter(isMessages), (row) => messages(row, realm?.value, context));
  },
});

function detect({ bytes }: FileHead): Detection | undefined {
  const fields = jsonFields(bytes);
  if (hasFields(fields, 'sender_id', 'stream_id', 'display_recipient', 'subject'))
    return { variant: 'api', confidence: 0.95, problems: [] };
  const isExport =
    hasFields(fields, 'zerver_message') || hasFields(fields, 'zerver_realm') || hasFields(fields, 'zerver_userprofile');
  return isExport ? { variant: 'export', confidence: 0.95, problems: [] } : undefined;
}

async function readRealm(files: readonly SourceFile[]): Promise<{ file: SourceFile; value: Realm } | undefined> {
  const file = files.find(({ name }) => /(?:^|\/)realm\.json$/.test(name));
  if (!file) return undefined;
  for await (const row of jsonRows(file)) {
    const realm = 'value' in row ? Realm.safeParse(row.value).data : undefined;
    if (realm) return { file, value: realm };
  }
  throw new UnreadableFile(
    'BROKEN_JSON',
    file.name,
    'The tables of the organisation cannot be read.',
    'Export it again.',
  );
}

function realmRecords({ zerver_stream, zerver_userprofile }: Realm): RecordInput[] {
  return [
    ...zerver_stream.map((stream): RecordInput => spaceOf(stream.id, stream.name, stream.invite_only === true)),
    ...zerver_userprofile.map(personOf),
  ];
}

function spaceOf(id: number, title: string, isPrivate: boolean): RecordInput {
  return { type: 'space', key: String(id), kind: 'channel', visibility: isPrivate ? 'group' : 'course', title };
}

function* messages(row: JsonRow, realm: Realm | undefined, context: Context): Generator<Extracted> {
  const keepBodies = context.keepBodies ?? false;
  const { messages: answered, zerver_message: exported } = (row.value ?? {}) as Record<string, unknown>;
  if (exported !== undefined || answered !== undefined) yield* toldNews(Answer, row, context);
  if (Array.isArray(exported)) {
    const channels = new Map(realm?.zerver_recipient.filter(({ type }) => type === 2).map((to) => [to.id, to.type_id]));
    const closed = new Set(realm?.zerver_stream.filter((stream) => stream.invite_only === true).map(({ id }) => id));
    const given = new Map<number, number[]>();
    for (const { message, user_profile: person } of realm?.zerver_reaction ?? []) {
      given.set(message, [...(given.get(message) ?? []), person]);
    }
    for (const value of exported) {
      yield* believed(ExportedMessage, { ...row, value }, context, (message) => {
        const channel = channels.get(message.recipient);
        if (channel === undefined) return 'a direct message, which is not read';
        const { id, subject: topic, sender, content, date_sent: sentAt, last_edit_time: editedAt } = message;
        const said = { id, channel, topic, sender, sentAt, editedAt, content, isPrivate: closed.has(channel) };
        return [postOf(said, keepBodies), ...reactionsOf(id, given.get(id) ?? [])];
      });
    }
    return;
  }
  for (const value of Array.isArray(answered) ? (answered as unknown[]) : [row.value]) {
    yield* believed(ApiMessage, { ...row, value }, context, (message) => {
      const { id, stream_id: channel, subject: topic, sender_id: sender, content, timestamp: sentAt } = message;
      if (channel === undefined) return 'a direct message, which is not read';
      const said = {
        id,
        channel,
        topic,
        sender,
        sentAt,
        editedAt: message.last_edit_timestamp,
        content,
        isPrivate: false,
      };
      const name = typeof message.display_recipient === 'string' ? message.display_recipient : String(channel);
      return [
        spaceOf(channel, name, false),
        personOf({ id: sender, full_name: message.sender_full_name ?? '' }),
        postOf(said, keepBodies),
        ...reactionsOf(
          id,
          message.reactions.map((each) => each.user_id),
        ),
      ];
    });
  }
}
