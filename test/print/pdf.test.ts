import { overWeeks } from '@kith/etl/print/charts/over-weeks.ts';
import { stackedWeeks } from '@kith/etl/print/charts/stacked-weeks.ts';
import type { Block, Printed } from '@kith/etl/print/document.ts';
import { htmlOf } from '@kith/etl/print/html.ts';
import { pdfOf } from '@kith/etl/print/pdf/pdf.ts';
import { expect, test } from 'vitest';
import { all, readPdf } from './read-pdf.ts';

const weeks = [1, 2, 3, 4].map((week) => ({
  label: String(week),
  value: week === 3 ? null : 40 + week,
  low: 30,
  high: week === 4 ? null : 60,
}));
const figure: Block = {
  kind: 'figure',
  caption: 'It rises.',
  instead: 'From 41 to 44',
  picture: overWeeks(weeks, 100),
};
const rows = Array.from({ length: 80 }, (_, row) => [`Łódź <${String(row)}> & "more"`, String(row)]);
const printed = (blocks: readonly Block[]): Printed => ({
  language: 'de',
  title: 'Bericht <1>',
  about: ['Über Ökologie'],
  institution: 'North & Lea',
  logo: null,
  asOf: new Date('2026-01-01T00:00:00Z'),
  foot: 'Fuß',
  page: (number, of) => `Seite ${String(number)} von ${String(of)}`,
  blocks,
});
const whole = printed([
  { kind: 'heading', text: 'Erstens' },
  { kind: 'text', text: 'Ein Satz.' },
  { kind: 'list', items: ['eins', 'zwei'] },
  figure,
  { kind: 'table', table: { caption: 'Zahlen', columns: [{ title: 'Kurs' }, { title: 'Zahl', number: true }], rows } },
]);

test('the tree says what everything is, in its language and under its title', async () => {
  const read = await readPdf(await pdfOf(whole));
  expect([read.title, read.language, read.tagged]).toEqual(['Bericht <1>', 'de', true]);
  expect(all(read, 'H1').map(({ text }) => text)).toEqual(['Bericht <1>']);
  expect(all(read, 'H2').map(({ text }) => text)).toEqual(['Erstens']);
  expect(all(read, 'P').map(({ text }) => text)).toEqual(['North & Lea', 'Über Ökologie', 'Ein Satz.']);
  expect(all(read, 'LBody').map(({ text }) => text)).toEqual(['eins', 'zwei']);
  expect(all(read, 'Figure').map(({ alt }) => alt)).toEqual(['From 41 to 44']);
  expect(all(read, 'Caption').map(({ text }) => text)).toEqual(['It rises.', 'Zahlen']);
});

test('a table that goes on over pages is one table of heads and cells; its head is printed again and read once', async () => {
  const read = await readPdf(await pdfOf(whole));
  expect(read.pages.length).toBeGreaterThan(2);
  expect(all(read, 'TD').map(({ text }) => text)).toEqual(rows.map(([, cell]) => cell));
  expect(all(read, 'TH').map(({ text }) => text)).toEqual(['Kurs', 'Zahl', ...rows.map(([head]) => head)]);
  for (const { text } of read.pages.slice(1)) expect(text).toContain('Kurs');
  read.pages.forEach(({ text }, place) =>
    expect(text).toContain(`Seite ${String(place + 1)} von ${String(read.pages.length)}`),
  );
});

test('the same document gives the same bytes', async () => {
  expect((await pdfOf(whole)).equals(await pdfOf(whole))).toBe(true);
  expect(htmlOf(whole)).toBe(htmlOf(whole));
});

test('HTML has no script, no address elsewhere, and every text as text', () => {
  const html = htmlOf(whole);
  expect(html).toContain('<html lang="de">');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|javascript:|https?:\/\/(?!www\.w3\.org)| style=/);
  expect(html).toContain('Łódź &lt;7&gt; &amp; &quot;more&quot;');
  expect(html.match(/<th scope="row">/g)).toHaveLength(rows.length);
  expect(html).toContain('aria-label="From 41 to 44"');
});

test('a week that is not known is a gap, and one that is left out an outline: neither is a zero', () => {
  const lines = overWeeks(weeks, 100).shapes.filter((shape) => shape.kind === 'path' && shape.width === 1.75);
  expect(lines).toHaveLength(2);
  const keys = [
    { text: 'a', colour: '#111111' },
    { text: 'b', colour: '#222222' },
  ];
  const bars = (parts: (number | null)[]) =>
    stackedWeeks([{ label: '1', parts }], keys).shapes.filter(
      (shape) => shape.kind === 'path' && shape.d.includes('h28'),
    );
  expect(bars([3, 1]).map((shape) => shape.kind === 'path' && shape.fill)).toEqual(['#111111', '#222222']);
  expect(bars([3, null])).toMatchObject([{ dashed: true }]);
});
