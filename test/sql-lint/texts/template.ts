/** A template cut at its holes: `pieces` has one more than `holes`, which are the expressions as written. */
export interface Template {
  readonly pieces: readonly string[];
  readonly holes: readonly string[];
}

const nameFollows = /(?:\b(?:from|join|into|update|table|only|view|as|copy|role|database|schema|analyze)\s+|[.])$/i;
const makesName = /^(?:sql\.(?:raw|ref|table|id|lit)|stageTable|escapeIdentifier)\b/;

type Filling = (hole: string, before: string) => string;

/** What the text before a hole asks for: a name, a list, a query; undefined: nothing in particular. */
const asked = (before: string): string | undefined =>
  nameFollows.test(before)
    ? 'hole'
    : /\bin\s+$/i.test(before)
      ? '($1)'
      : /\b(?:from|join|lateral)\s*\(\s*$/i.test(before)
        ? 'select'
        : undefined;

const fillings: readonly Filling[] = [
  (hole, before) => asked(before) ?? (makesName.test(hole) ? 'hole' : '$1'),
  (hole, before) => asked(before) ?? (makesName.test(hole) ? '' : '$1'),
  (hole, before) => asked(before) ?? (/\bsql\b/.test(hole) ? '' : '$1'),
  (_hole, before) => asked(before) ?? 'select',
  () => '$1',
  () => 'hole',
  () => '',
];

/** A fragment made whole by the statement it most likely stands in. */
const settings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `select ${text}`,
  (text) => `select from hole where ${text}`,
  (text) => `select from hole ${text}`,
  (text) => `select from ${text}`,
  (text) => `select from hole where true ${text}`,
  (text) => `with ${text} select`,
  (text) => `${text} select`,
];
const upsert = (text: string) => `insert into core.hole (id) values ($1) on conflict (id) do update set id = ${text}`;

/** The SQL texts that a template may stand for, the likeliest first. */
export function* readings(template: Template, context: 'upsert' | 'any'): Generator<string> {
  const texts = fillings.map((fill) => filled(template, fill));
  for (const setting of context === 'upsert' ? [upsert] : settings) yield* texts.map(setting);
}

function filled({ pieces, holes }: Template, fill: Filling): string {
  let text = pieces[0]!;
  for (const [at, hole] of holes.entries()) text += fill(hole, text) + pieces[at + 1]!;
  return text;
}
