import {
  defineConnector,
  UnreadableFile,
  type Context,
  type Detection,
  type Extracted,
  type FileHead,
  type SourceFile,
} from '../../connector.ts';
import { csvRows } from '../../formats/csv.ts';
import { decideDateOrder } from '../../formats/date-order.ts';
import { decode, sniffEncoding } from '../../formats/encoding.ts';
import { headRows } from '../../formats/head-rows.ts';
import { head } from '../../formats/source.ts';
import { leftOut } from '../../formats/surprise.ts';
import { about } from './about.ts';
import { saysDay, zoomChat } from './chat.ts';
import { recognise } from './layouts.ts';
import { dateHints } from './times.ts';

/** Who was in a meeting or class: the lists Teams, Zoom, Meet and Jisc give out, class registers and class lists. */
export const meetingReport = defineConnector({
  id: 'meeting-report',
  title: 'Attendance reports: Teams, Zoom (with saved chats), Meet, Jisc, class registers',
  about,
  apart: true,
  detect,

  async *extract({ files }, context) {
    for (const file of files) yield* readFile(file, context, files.length === 1);
  },
});

function detect({ name, bytes }: FileHead): Detection | undefined {
  const recognised = recognise(bytes);
  if (!recognised) return undefined;
  const { layout, rows, confidence } = recognised;
  const { encoding } = sniffEncoding(bytes);
  const decision = decideDateOrder(layout.dates(rows), dateHints({ name }, {}));
  const problems = [...(layout.problems?.(rows) ?? [])];
  if ('ambiguous' in decision) {
    problems.push(`${decision.readings.join(', or ')}: say --date-order ${decision.ambiguous.join(' or ')}.`);
  }
  return {
    variant: layout.variant,
    confidence,
    problems,
    encoding,
    ...('order' in decision ? { dateOrder: decision.order } : {}),
  };
}

/** In a folder, what is no report is passed over and counted; alone, it is an error. */
async function* readFile(file: SourceFile, context: Context, alone: boolean): AsyncGenerator<Extracted> {
  const recognised = recognise(await head(file));
  const isUndated = recognised?.layout === zoomChat && !saysDay(file, context);
  if (!alone && (!recognised || isUndated)) {
    const reason = recognised ? 'a saved chat whose name has no day' : 'a file that is no attendance report';
    yield leftOut(file, reason);
    return;
  }
  if (!recognised) {
    await decode(file).next(); // says so where the file is empty, binary or in a wrong encoding
    const found = headRows(await head(file), ',', 1)[0]?.map((name) => `"${name.slice(0, 80)}"`) ?? [];
    const hint =
      `Its first line is ${found.slice(0, 12).join(', ')}. ` +
      'Export it again as the docs of meeting-report say, or describe its columns for the connector "mapping".';
    throw new UnreadableFile('UNKNOWN_LAYOUT', file.name, 'This is no attendance report that Kith knows.', hint);
  }
  const { layout, delimiter } = recognised;
  const rows = () => csvRows(file, { delimiter, header: 'none', relaxQuotes: true });
  yield* layout.read({ file, rows }, context);
}
