import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { csvLine } from '@kith/etl/reports/csv-line.ts';
import { nearest } from '@kith/etl/cli/nearest.ts';
import { outputTo } from '@kith/etl/cli/output.ts';
import { progressOn } from '@kith/etl/cli/progress.ts';
import { table } from '@kith/etl/cli/table.ts';
import { day, instant, whole, zone } from '@kith/etl/cli/values.ts';
import { describe, expect, test } from 'vitest';

import { kith } from '../support/kith-command.ts';

const heard = (isTTY: boolean, columns = 60) => {
  const said: string[] = [];
  return { said, isTTY, columns, write: (text: string) => said.push(text) };
};

describe('help and usage', () => {
  test('without words: every command in one line', async () => {
    const said = await kith([]);
    expect(said.code).toBe(0);
    for (const name of ['demo', 'up', 'init', 'ingest', 'runs', 'explain', 'doctor']) {
      expect(said.out).toMatch(new RegExp(`^  ${name} +[A-Z]`, 'm'));
    }
  });

  test('every command explains itself, and no usage line names an option it does not have', async () => {
    const commands = (await kith(['help', '--json'])).rows as {
      name: string;
      usage: string[];
      options: object;
      examples: string[];
    }[];
    expect(commands.length).toBeGreaterThan(15);
    for (const { name, usage, options, examples } of commands) {
      const known = ['--json', ...Object.keys(options).map((option) => `--${option}`)];
      for (const line of [...usage, ...examples]) {
        expect(line.split(' ')[0]).toBe(name);
        for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(known).toContain(option);
      }
      expect(examples).not.toEqual([]);
    }
    const { out } = await kith(['ingest', '--help']);
    for (const part of ['Usage: kith ingest', '--date-order <order>', '--institution <name>', 'Examples:'])
      expect(out).toContain(part);
  });

  test('an unknown command or option exits 2 and says the nearest', async () => {
    expect(await kith(['ingets'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Did you mean "kith ingest"?') as string,
    });
    expect((await kith(['ingest', '--corse', 'x'])).err).toContain('Did you mean --course?');
    expect(await kith(['course', 'ste'])).toMatchObject({ code: 2 });
    expect(await kith(['runs', '--limit'])).toMatchObject({ code: 2 });
  });

  test('explain knows everything of the registries', async () => {
    const ids = (await kith(['explain'])).rows.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['being_answered', 'reciprocity', 'reply', 'xapi']));
    const [reply] = (await kith(['explain', 'reply'])).rows;
    expect(reply?.sql).toContain('from core.known_post');
    expect((await kith(['explain', 'replay'])).err).toContain('Did you mean reply?');
  });

  test('simulate writes the files and says so', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kith-simulate-'));
    const words = ['simulate', '--out', path.join(folder, 'u'), '--students', '20', '--courses', '1', '--weeks', '2'];
    const said = await kith(words);
    expect(said.rows).toMatchObject([{ learners: 20, courses: 1 }]);
    expect(await kith(['simulate', '--out', folder, '--students', '0'])).toMatchObject({ code: 2 });
    rmSync(folder, { recursive: true });
  });
});

describe('output', () => {
  const rows = [
    { name: 'Ana', n: 5, at: new Date('2026-03-02T10:00:00Z'), empty: null },
    { name: 'Benedetta Maria', n: 12, at: new Date('2026-03-02T10:00:00Z'), empty: null },
  ];

  test('a terminal gets a table, a pipe gets one JSON object a line', () => {
    const terminal = { stdout: heard(true), stderr: heard(true) };
    outputTo(terminal, false).rows(rows);
    expect(terminal.stdout.said.join('')).toBe(
      'name              n  at                empty\n' +
        'Ana               5  2026-03-02 10:00      -\n' +
        'Benedetta Maria  12  2026-03-02 10:00      -\n',
    );
    for (const [isTTY, json] of [
      [false, false],
      [true, true],
    ] as const) {
      const pipe = { stdout: heard(isTTY), stderr: heard(false) };
      const out = outputTo(pipe, json);
      out.rows(rows);
      out.say('Next: nothing.');
      expect(
        pipe.stdout.said
          .join('')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown),
      ).toHaveLength(2);
      expect(pipe.stderr.said).toEqual(['Next: nothing.\n']);
    }
  });

  test('the widest column gives way where the terminal is narrow', () => {
    const lines = table(rows, { name: 'name', n: 'n' }, 14).split('\n');
    expect(lines[2]).toBe('Benedetta…  12');
    expect(table([], { name: 'name' }, 80)).toBe('name\n');
    const link = `http://127.0.0.1:5484/sign-in?token=${'x'.repeat(43)}`;
    expect(table([{ role: 'Instructor', link }], { role: 'role', link: 'link' }, 40)).toContain(`Instruc…  ${link}\n`);
  });

  test('one thing: long values go on below themselves, text of several lines stays', () => {
    const terminal = { stdout: heard(true, 34), stderr: heard(true) };
    outputTo(terminal, false).one({ title: 'a b c d e f g h i j k l m n o p q r s t', sql: 'select\n  1' });
    expect(terminal.stdout.said.join('')).toBe(
      'title  a b c d e f g h i j k l m n\n       o p q r s t\nsql    select\n         1\n',
    );
  });

  test('a spreadsheet takes no cell for a formula', () => {
    expect(csvLine(['=1+1', '-2', -2, 'a "b", c', null])).toBe(`'=1+1,'-2,-2,"a ""b"", c",\r\n`);
  });
});

describe('progress', () => {
  test('a terminal sees a bar drawn over itself, and it is cleared', () => {
    let clock = 1000;
    const stream = heard(true);
    const line = progressOn(stream, 'Loading', () => (clock += 100));
    line.update(1, 4, 'a.csv');
    line.end();
    expect(stream.said[0]).toContain('Loading  ██████░░░░░░░░░░░░░░░░░░ 25 %  a.csv');
    expect(stream.said.at(-1)).toBe('\r\u001B[2K');
  });

  test('a log sees a plain line every few seconds', () => {
    let clock = 0;
    const stream = heard(false);
    const line = progressOn(stream, 'Loading', () => clock);
    for (; clock < 20_000; clock += 1000) line.update(clock);
    line.end();
    expect(stream.said).toHaveLength(3);
    expect(stream.said[0]).toBe('Loading  5,000\n');
  });
});

describe('what a person types', () => {
  test('days, zones, numbers and instants are what they must be', () => {
    expect(day('--start', '2024-02-29')).toBe('2024-02-29');
    expect(() => day('--start', '2025-02-29')).toThrow('--start is not a day');
    expect(() => day('--start', '1/2/2025')).toThrow('--start is not a day');
    expect(zone('--timezone', 'Europe/Berlin')).toBe('Europe/Berlin');
    expect(() => zone('--timezone', 'CET+1')).toThrow('is no time zone');
    expect(whole('--limit', '7')).toBe(7);
    for (const bad of ['0', '-1', '1.5', '1e3', 'x', ''])
      expect(() => whole('--limit', bad)).toThrow('no whole number');
    expect(instant('--as-of', '2026-03-01', 'America/New_York')?.toISOString()).toBe('2026-03-01T05:00:00.000Z');
    expect(() => instant('--as-of', '2026-03-01T10:00')).toThrow('is no instant');
  });

  test('the nearest word is near, or there is none', () => {
    const known = ['ingest', 'init', 'institution', 'runs'];
    expect(nearest('ingset', known)).toBe('ingest');
    expect(nearest('run', known)).toBe('runs');
    expect(nearest('xyz', known)).toBeUndefined();
  });
});
