import {
  defineConnector,
  UnreadableFile,
  type Context,
  type Detection,
  type Extracted,
  type FileHead,
  type SourceFile,
} from '../../connector.ts';
import { detectDelimiter } from '../../formats/csv.ts';
import { headText } from '../../formats/encoding.ts';
import { headRows } from '../../formats/head-rows.ts';
import { about } from './about.ts';
import { authorOf, instantOf, postOf } from './posts.ts';
import { type ForumRow, forumRows, looksLikeJson, needed } from './rows.ts';

/** Moodle's own export of one forum: the only one that says which post a post answers. */
export const moodleForum = defineConnector({
  id: 'moodle-forum',
  title: 'Moodle forum export (CSV or JSON)',
  about,
  detect,

  async *extract({ files }, context) {
    for (const file of files) yield* readForum(file, context);
  },
});

function detect({ bytes }: FileHead): Detection | undefined {
  const text = headText(bytes);
  if (looksLikeJson(text)) {
    const fits = [...needed, 'privatereplyto'].every((name) => text.includes(`"${name}"`));
    return fits ? { variant: 'json', confidence: 0.95, problems: [] } : undefined;
  }
  const [header = [], first] = headRows(bytes, detectDelimiter(text), 2);
  if (!needed.every((name) => header.includes(name))) return undefined;
  const created = first?.[header.indexOf('created')];
  const problems = created === undefined || instantOf(created) ? [] : [`${humanDates} ${untick}`];
  return { variant: 'csv', confidence: header.includes('privatereplyto') ? 0.97 : 0.9, problems };
}

async function* readForum(file: SourceFile, context: Context): AsyncGenerator<Extracted> {
  const { keepBodies = false } = context;
  const met = new Set<string>();
  let isFirst = true;
  for await (const row of forumRows(file, context)) {
    if (isFirst) refuseHumanDates(row);
    isFirst = false;
    const post = postOf(row, keepBodies);
    const author = 'record' in post ? authorOf(row) : undefined;
    if (author && !met.has(author.key)) {
      met.add(author.key);
      yield { record: author, ref: row.ref };
    }
    yield post;
  }
}

const humanDates = 'The times are written for people, in a language and zone that the file does not name.';
const untick = 'Export the forum again with "Human-readable dates" unticked.';

/** One such row is a bad row; if it is the first, the box was ticked and all rows are. */
function refuseHumanDates(row: ForumRow): void {
  const created = row.cell('created');
  if (created === undefined || /^\d+$/.test(created)) return;
  throw new UnreadableFile('HUMAN_DATES', row.ref.file, humanDates, untick, row.ref.line);
}
