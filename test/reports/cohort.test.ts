import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compute } from '@kith/etl/compute/compute.ts';
import { bandsReport } from '@kith/etl/reports/bands.ts';
import { logoOf, setLetterhead } from '@kith/etl/reports/letterhead.ts';
import { makeReport, NoNumbers } from '@kith/etl/reports/make.ts';
import type { WantedReport } from '@kith/etl/reports/wanted.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { all, readPdf } from '../print/read-pdf.ts';
import { university } from '../roll-up/five-courses.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at } from '../support/small-course.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let database: FreshDatabase;
let institutionId: number;
let place: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  database = await freshDatabase();
  place = await temporaryFolder();
  institutionId = await makeInstitution(database.db);
  await loadRecords(database.db, institutionId, university());
  await compute(database.db, institutionId, { now: new Date(at(28, 6)) });
});
afterAll(async () => {
  await database.drop();
  await place.remove();
});

let made = 0;
async function report(wanted: Partial<WantedReport> = {}) {
  const folder = path.join(place.folder, `report ${String(made++)}`);
  const span = { from: null, to: null };
  const all = { institutionId, unitId: 0, courseId: null, kind: 'cohort', format: 'print', span, least: 5 } as const;
  const manifest = await makeReport(database.db, { ...all, ...wanted }, folder);
  const html = await readFile(path.join(folder, 'cohort.html'), 'utf8');
  const pdf = await readPdf(await readFile(path.join(folder, 'cohort.pdf')));
  return { manifest, html, pdf };
}

const courseNamed = async (title: string): Promise<number> => {
  const { rows } = await sql<{ courseId: number }>`select course_id from core.course where title = ${title}`.execute(
    database.db,
  );
  return rows[0]!.courseId;
};

test('a term of an institution: the same words and numbers in HTML and PDF, with method, limits and versions', async () => {
  const { manifest, html, pdf } = await report();
  const text = pdf.pages.map((page) => page.text).join(' ');
  const headings = all(pdf, 'H2').map((heading) => heading.text);
  expect(headings).toEqual(expect.arrayContaining(['In short', 'How this was made', 'What it does not say']));
  for (const heading of headings) expect(html).toContain(`<h2>${heading}</h2>`);
  expect(text).toContain('Numbers as of 2 February 2026.');
  expect(all(pdf, 'LBody').map((item) => item.text)).toContain('community health: version 1; isolation: version 2.');
  expect(all(pdf, 'Figure')).toHaveLength(html.match(/<svg/g)!.length);
  expect(html.match(/<table>/g)!.length).toBe(all(pdf, 'Table').length);
  expect(manifest).toMatchObject({ weeks: { from: '2026-01-05', to: '2026-01-26' }, rule: { least: 5 } });
  expect(manifest.files.map(({ name }) => name)).toEqual(['cohort.html', 'cohort.pdf']);
});

test('every count in it is one the report of bands tells, and what that leaves out is left out', async () => {
  const { pdf, manifest } = await report();
  const week = '2026-01-26';
  const bands = await bandsReport(database.db, { institutionId, unitId: 0, week, rule: { least: 5, width: 5 } });
  const rows = all(pdf, 'TR').map((row) => row.below.map((cell) => cell.text));
  // The table of health comes after that of bands.
  const rowOf = new Map(rows.toReversed().map(([head, ...cells]) => [head, cells]));
  const courses = bands.rows.filter(([level]) => level === 'course');
  expect(courses.length).toBe(5);
  for (const [, title, , , ...cells] of courses) {
    const told = cells.map((cell) => (cell === 'suppressed' ? 'left out' : String(cell)));
    expect(rowOf.get(title as string), String(title)).toEqual(told);
  }
  expect(manifest.suppressed).toBeGreaterThan(0);
  const whole = bands.rows[0]!.slice(4);
  expect(rowOf.get('26 January 2026')).toEqual(
    whole.map((cell) => (cell === 'suppressed' ? 'left out' : String(cell))),
  );
});

test('of one course: its weeks, and nothing of others', async () => {
  const { pdf, html } = await report({ courseId: await courseNamed('lively') });
  expect(all(pdf, 'H1')[0]!.text).toBe('Cohort report: lively');
  for (const other of ['steady', 'quiet', 'loose']) expect(html).not.toContain(`>${other}<`);
  const themes = all(pdf, 'TH').map(({ text }) => text);
  expect(themes).toContain('Virtual community');
  // What is about those who teach is theirs (ADR 80).
  expect(html).not.toContain('E-immediacy');
});

test('on the letterhead: in German, with the logo', async () => {
  const logo = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAYAAAB/qH1jAAAAFUlEQVR4nGPgzspi4M7K+g/DDOgCAMfNDPOy7r/kAAAAAElFTkSuQmCC',
    'base64',
  );
  expect(logoOf(logo.subarray(0, -20))).toBeNull();
  expect(logoOf(Buffer.from('<svg/>'))).toBeNull();
  await setLetterhead(database.db, institutionId, { language: 'de', logo: logoOf(logo) });
  const { pdf, html } = await report();
  expect([pdf.language, pdf.title]).toEqual(['de', 'Kohortenbericht: Test University']);
  expect(all(pdf, 'Figure')[0]!.alt).toBe('Test University');
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('data:image/png;base64,');
  const words = /\b(the|week|learners|left out|may be|health|course)\b/i;
  expect(pdf.pages.map(({ text }) => text).join(' ')).not.toMatch(words);
  await setLetterhead(database.db, institutionId, { language: 'en', logo: null });
});

test('only the weeks that were asked for; none with numbers is said, and leaves no folder', async () => {
  const { manifest } = await report({ span: { from: '2026-01-12', to: '2026-01-19' } });
  expect(manifest.weeks).toEqual({ from: '2026-01-12', to: '2026-01-19' });
  await expect(report({ span: { from: '2030-01-07', to: null } })).rejects.toThrow(NoNumbers);
});

test('its words are calm, in both languages', async () => {
  for (const language of ['en', 'de'] as const) {
    await setLetterhead(database.db, institutionId, { language });
    const { html } = await report();
    expect(html).not.toMatch(/at risk|isolated|gefährdet|isoliert|ranking/i);
  }
  await setLetterhead(database.db, institutionId, { language: 'en' });
});
