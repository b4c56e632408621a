import { expect, test } from 'vitest';
import { crookedLines, withHouseLayout } from './layout.ts';

test('commands, types and functions are lower-case; names in quotes, strings and comments stay', () => {
  const text = `-- Who SAID so?\nSELECT "Name", COUNT(*)::INTEGER AS n\nFROM core.post WHERE kind = 'NOW' AND id = ANY ($1::BIGINT[])\n`;
  expect(withHouseLayout(text)).toBe(
    `-- Who SAID so?\nselect "Name", count(*)::integer as n\nfrom core.post where kind = 'NOW' and id = any ($1::bigint[])\n`,
  );
});

test('lines stay as their author set them, without white space at their ends', () => {
  const text = 'with\n\ndays as (\n  select distinct on (a, b)\n    a\n  from event\n)\n\nselect a from days';
  expect(withHouseLayout(text.replaceAll('\n', '  \n'))).toBe(`${text}\n`);
});

test('a PL/pgSQL body is not touched', () => {
  const text = 'create function core.f() returns void language plpgsql as $$ BEGIN NULL; END $$;\n';
  expect(withHouseLayout(text)).toBe(text);
});

test('tabs and odd indents are named by line', () => {
  expect(crookedLines('select\n\ta,\n   b,\n  c')).toEqual([
    { line: 2, message: 'a tab: indent with two spaces' },
    { line: 3, message: 'an odd indent: steps of two spaces' },
  ]);
});
