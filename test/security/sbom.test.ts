import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { componentsOf } from '../sbom.ts';

const { packages } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Parameters<typeof componentsOf>[0];
};

test('everything that runs is in it, with where it comes from and its digest; what is for developers is not', () => {
  const components = componentsOf(packages);
  const names = components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['fastify', 'kysely', 'pg', 'zod']));
  expect(names).not.toContain('vitest');
  expect(components.filter(({ hashes, purl }) => hashes.length === 0 || !purl.startsWith('pkg:npm/'))).toEqual([]);
});

test('a scoped package is written as its address wants it, and a workspace is not a package', () => {
  const one = { version: '1.0.0', integrity: 'sha512-AAAA' };
  expect(componentsOf({ 'node_modules/@a/b': one, 'node_modules/@kith/sql': { link: true }, sql: one })).toEqual([
    expect.objectContaining({ name: '@a/b', purl: 'pkg:npm/%40a/b@1.0.0' }),
  ]);
});
