import type { Detection, FileHead } from '../../connector.ts';
import { sniffEncoding } from '../../formats/encoding.ts';
import { shapeOf } from '../../formats/json.ts';

/** Producers by what only they write. The order matters: a dump of a store holds the statements of any producer. */
const producers: readonly (readonly [variant: string, mark: RegExp])[] = [
  ['learning-locker', /"lrs_id"\s*:|&46;/],
  ['lrs-answer', /^\s*\{\s*"(?:more|statements)"\s*:/],
  ['bigbluebutton', /w3id\.org\/xapi\/virtual-classroom/],
  ['jisc', /xapi\.jisc\.ac\.uk/],
  ['open-edx', /w3id\.org\/xapi\/openedx/],
  ['moodle', /moodle-logstore_xapi|\/mod\/[a-z]+\/view\.php\?id=/],
];

/** Statements are JSON with an actor and a verb; everything else about them varies. */
export function detect({ bytes }: FileHead): Detection | undefined {
  const { encoding } = sniffEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (!/^\s*[[{]/.test(text) || !/"actor"\s*:/.test(text) || !/"verb"\s*:/.test(text)) return undefined;
  const shape = shapeOf(text);
  const variant = producers.find(([, mark]) => mark.test(text))?.[0] ?? (shape === 'array' ? 'array' : 'statements');
  const zoneless = /"timestamp"\s*:\s*"\d{4}-\d\d-\d\dT[\d:.]+"/.test(text);
  const problems = zoneless ? ['Some timestamps name no time zone: say --timezone.'] : [];
  return { variant, confidence: 0.95, problems, encoding };
}
