import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { hiddenDe } from '@kith/api/words/de/unseen.ts';
import { measures } from '@kith/api/words/de/measures.ts';
import { methods } from '@kith/api/words/de/methods.ts';
import { definitions } from '@kith/api/queries/definitions.ts';
import { changeDe, reasonDe } from '@kith/api/words/de/reasons.ts';
import { rowCodes } from '@kith/api/words/de/row-codes.ts';
import { phraseIn } from '@kith/api/words/phrase.ts';
import { speechIn } from '@kith/api/words/speech-in.ts';
import { courseIndicators } from '@kith/etl/indicators/index.ts';
import { rejectCodes } from '@kith/etl/reject-codes.ts';
import { retentionClasses } from '@kith/etl/rights/retention-classes.ts';
import { changeSentence, reasonSentence } from '@kith/etl/score/sentences.ts';
import { isolationComponents, presenceComponents, type Reason } from '@kith/etl/score/types.ts';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const german = speechIn('de');

/** Sentences in the code of a file: text that begins with a capital and has a blank; "§" where something is put in. */
function sentencesOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTaggedTemplateExpression(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `§${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true));
  return found.filter((text) => /^[A-Z“]/.test(text) && text.includes(' '));
}

/** Spoken to programs, or put together out of parts that are looked up themselves. */
const toPrograms = /xapi|openapi|lti\.ts$|problems\.ts$/;

test('every error of the API has its German', async () => {
  const left: string[] = [];
  for await (const file of glob('api/{routes,plugins}/*.ts', { cwd: root }))
    if (!toPrograms.test(file))
      left.push(
        ...sentencesOf(file).filter((text) =>
          [german.error(text), german.happening(text)].every((said) => said === text),
        ),
      );
  left.push(...sentencesOf('api/problem.ts').filter((text) => german.error(text) === text));
  expect(left).toEqual([]);
});

test('every note of evidence has its German', async () => {
  const left: string[] = [];
  for await (const file of glob('api/queries/evidence*.ts', { cwd: root }))
    left.push(...sentencesOf(file).filter((text) => !text.startsWith('Person ') && german.happening(text) === text));
  expect(left).toEqual([]);
});

test('every sentence of the timeline has its German', () => {
  const sql = readFileSync(path.join(root, 'api/queries/learner-timeline.ts'), 'utf8');
  const whole = [...sql.matchAll(/'([A-Z][a-z]+ [^']*\.|Enrolled\.)'/g)].map(([, sentence]) => sentence!);
  expect(whole.length).toBeGreaterThan(14);
  expect(whole.filter((sentence) => german.happening(sentence) === sentence)).toEqual([]);
  for (const put of ['Opened a thread.', 'Wrote a reply, and deleted it.', 'Somebody called them. They answered.'])
    expect(german.happening(put)).not.toBe(put);
});

test('every number of the methods page has its German question, in plain and kind words', () => {
  const numbers = definitions().filter(({ family }) => family !== 'connector');
  const said = numbers.map((one) => german.method(one));
  const left = said.filter(({ spoken }) => !spoken.includes('title') || !spoken.includes('question'));
  expect(left.map(({ id }) => id)).toEqual([]);
  // How it reads, what it needs and what to beware of, with the same numbers and the same place for the value.
  for (const [index, one] of said.entries())
    for (const part of ['sentence', 'minimum', 'pitfalls'] as const) {
      const [english, spoken] = [numbers[index]![part], one[part]];
      if (english === null) continue;
      expect(one.spoken, `${one.id}: ${english}`).toContain(part);
      expect(numbersIn(spoken ?? ''), `${one.id}: ${english}`).toEqual(numbersIn(english));
      expect(spoken).not.toMatch(/gefährd|isolier|Risiko|\b(the|of|and)\b/i);
      if (part === 'sentence') expect(spoken?.split('{x}')).toHaveLength(2);
    }
  for (const [index, { id, title, question, changesWith }] of said.entries()) {
    expect(question, id).not.toBe(numbers[index]!.question);
    expect(question, id).toMatch(/^[A-ZÄÖÜ].*\?$/);
    expect(`${title} ${question} ${changesWith}`, id).not.toMatch(/gefährd|isolier|Risiko|\b(the|of|and)\b/i);
  }
  expect(Object.keys(methods).filter((id) => !numbers.some((one) => one.id === id))).toEqual([]);
  // A formula is the same for everybody.
  expect(said.map(({ formula }) => formula)).toEqual(numbers.map(({ formula }) => formula));
});

test('every code of a refused row has its German, and nothing else has', () => {
  const rows = Object.entries(rejectCodes).filter(([, { kind }]) => kind === 'row');
  expect(rows.filter(([code]) => german.refusal(code) === undefined)).toEqual([]);
  expect(Object.keys(rowCodes).filter((code) => !rows.some(([known]) => known === code))).toEqual([]);
  for (const { means, next } of Object.values(rowCodes)) {
    expect(`${means} ${next}`).not.toMatch(/--[a-z]|kith |\b(the|and|of)\b/);
    expect(means).toMatch(/\.$/);
  }
});

test('every class of data that is kept has its German', () => {
  const left = retentionClasses.flatMap(({ title, since }) => [title, since]);
  expect(left.filter((text) => german.happening(text) === text)).toEqual([]);
});

describe('a sentence with something put in', () => {
  const phrases = { 'No {} here.': 'Hier kein {}.', 'No {} for {} days.': 'Seit {} und {} Tagen.', bread: 'Brot' };
  test.each([
    ['No bread here.', 'Hier kein Brot.'],
    ['No salt here.', 'Hier kein salt.'],
    ['No here here.', 'Hier kein here.'],
    ['No bread for 3 days.', 'Seit Brot und 3 Tagen.'],
    ['No  here.', 'No  here.'],
    ['Nothing of it', 'Nothing of it'],
    ['constructor', 'constructor'],
  ])('%s', (english, said) => expect(phraseIn(phrases, english)).toBe(said));
});

test.each([
  [
    'the roster says you are instructor of this course since 2026-09-14',
    'Sie laut Teilnehmerliste Lehrperson dieses Kurses sind, seit 2026-09-14',
  ],
  [
    'you were granted the role of lead here since 2026-01-01 until 2026-09-14, without names',
    'Sie hier die Rolle Programmleitung haben, seit 2026-01-01, bis 2026-09-14, ohne Namen',
  ],
  [
    'the role of support here was passed on to you until 2026-09-14',
    'die Rolle Studienberatung hier an Sie weitergegeben wurde, bis 2026-09-14',
  ],
])('why may I see this: %s', (english, said) => expect(german.happening(english)).toBe(said));

const numbersIn = (text: string): string[] =>
  [...text.replaceAll(/(\d),(\d)/g, '$1.$2').matchAll(/\d+(\.\d+)?/g)].map(([number]) => number).sort();

/** A reason with numbers that are all different, so that one in the wrong place shows. */
const reasonOf = (component: Reason['component'], usualBasis: Reason['usualBasis'], value: number): Reason => ({
  component,
  concern: 0.5,
  contribution: 10,
  learnerValue: value,
  usualValue: 7,
  usualBasis,
  messageKey: '',
  params: {
    value,
    answered: 2,
    answerable: 5,
    mu: 0.5,
    recent: 1.5,
    base: 4,
    presenceFactor: 0.8,
    missing: 3,
    median: 8,
  },
});

describe.each([...new Set([...isolationComponents, ...presenceComponents])])('the reason %s', (component) => {
  test.each(['median', 'at_most', 'at_least', 'fallback'] as const)(
    'quotes the numbers of the English: %s',
    (basis) => {
      for (const value of [0.4, 1, 2]) {
        const reason = reasonOf(component, basis, value);
        const [english, said] = [reasonSentence(reason), reasonDe(reason)];
        expect(said).not.toMatch(/undefined|NaN|\{|gefährdet|isoliert/);
        // "about 1 post in 2" is said as a share in German.
        if (component !== 'being_answered') expect(numbersIn(said), said).toEqual(numbersIn(english));
      }
    },
  );

  test('says what would change it, with the same numbers', () => {
    const change = { ...reasonOf(component, 'median', 0.4), scoreThen: 1 };
    expect(numbersIn(changeDe(change)), changeDe(change)).toEqual(numbersIn(changeSentence(change)));
  });

  test('says why it cannot be seen', () => {
    for (const visibility of ['not_connected', 'present', 'no_opportunity'] as const)
      expect(hiddenDe({ component, sources: [{ source: 'forum', visibility }] })).toMatch(/^\p{L}.*: .+\.$/u);
  });
});

test('none, one and more are said as Germans say them', () => {
  const of = (value: number) => reasonDe(reasonOf('peer_contact', 'median', value));
  expect([0, 1, 2.4].map(of)).toEqual([
    'Zuletzt mit niemandem aus dem Kurs in Kontakt; üblich ist 7.',
    'Zuletzt mit 1 anderen Person in Kontakt; üblich ist 7.',
    'Zuletzt mit 2,4 anderen Lernenden in Kontakt; üblich ist 7.',
  ]);
});

describe('the numbers of a course', () => {
  test('each has its German, and no German is of a number that is gone', () => {
    expect(Object.keys(measures).sort()).toEqual(courseIndicators.map(({ id }) => id).sort());
  });

  test.each(courseIndicators.map((one) => [one.id, one] as const))(
    '%s keeps the place of its value and the numbers of what it needs',
    (id, one) => {
      const words = measures[id]!;
      expect(words.sentence.split('{x}')).toHaveLength(2);
      expect(numbersIn(words.sentence)).toEqual(numbersIn(one.sentence));
      expect(numbersIn(words.minimum)).toEqual(numbersIn(one.minimum));
    },
  );
});
