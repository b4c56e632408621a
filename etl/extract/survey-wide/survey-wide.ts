import {
  defineConnector,
  UnreadableFile,
  type Context,
  type Detection,
  type Extracted,
  type FileHead,
  type SourceFile,
} from '../../connector.ts';
import { type CsvRow } from '../../formats/csv-row.ts';
import { csvTable, detectDelimiter } from '../../formats/csv.ts';
import { headText } from '../../formats/encoding.ts';
import { headRows } from '../../formats/head-rows.ts';
import { about } from './about.ts';
import { answers, type Sheet } from './answers.ts';
import { productOf } from './products.ts';
import { pulseColumns } from './pulse.ts';

/** The belonging pulse out of a survey tool's export: one row per answer, one column per question. */
export const surveyWide = defineConnector({
  id: 'survey-wide',
  title: 'Belonging pulse from Qualtrics, LimeSurvey, Microsoft or Google Forms (CSV)',
  about,
  detect,

  async *extract({ files }, context) {
    for (const file of files) yield* readFile(file, context);
  },
});

function detect({ bytes }: FileHead): Detection | undefined {
  const [header = []] = headRows(bytes, detectDelimiter(headText(bytes)), 1);
  const product = productOf(header);
  if (!product) return undefined;
  // A lone "Timestamp" or "id" stands in many a table.
  const isSure =
    product.variant === 'qualtrics' ||
    product.variant === 'microsoft-forms' ||
    header.some((name) => name.endsWith('?') || name.includes(' '));
  return { variant: product.variant, confidence: isSure ? 0.8 : 0.3, problems: [] };
}

async function* readFile(file: SourceFile, context: Context): AsyncGenerator<Extracted> {
  const { header, rows } = await csvTable(file);
  const product = productOf(header);
  if (!product) {
    const hint = 'Export it as the docs of survey-wide say, or use the native template survey_responses.csv.';
    throw new UnreadableFile(
      'UNKNOWN_LAYOUT',
      file.name,
      'This is no export of a survey tool that Kith knows.',
      hint,
      1,
    );
  }
  const below: CsvRow[] = [];
  for await (const row of rows) below.push(row);
  const isExplained = product.headerRows === 3 && below[1]?.cells.some((cell) => cell.includes('ImportId')) === true;
  const texts = isExplained ? (below[0]?.cells ?? []) : [];
  const columns = pulseColumns(file, header, texts, context);
  const zone = isExplained ? /"timeZone":"([^"]+)"/.exec(below[1]?.cells.join('\n') ?? '')?.[1] : undefined;
  const sheet: Sheet = { file, header, product, columns, zone };
  yield* unreadColumns(sheet);
  yield* answers(sheet, isExplained ? below.slice(2) : below, context);
}

/** Every column that is neither the tool's own nor a pulse question is said by name. */
function* unreadColumns({ file, header, product, columns }: Sheet): Generator<Extracted> {
  const own = new Set([...product.response, ...product.answered, ...product.person, ...product.unread]);
  for (const [at, name] of header.entries()) {
    if (own.has(name.trim().toLowerCase()) || columns.items.has(at) || at === columns.consent) continue;
    const reason = `Column "${name}" is no question of the pulse and is not read.`;
    yield { skipped: { reason, count: 0 }, ref: { file: file.name, line: 1 } };
  }
}
