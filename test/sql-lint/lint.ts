import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, type SqlText } from './parse.ts';
import type { Finding } from './rule.ts';
import { rules, textRules } from './rules.ts';
import { tablesOf } from './tables.ts';
import { sqlFiles } from './texts/files.ts';
import { sqlInTypescript } from './texts/typescript.ts';

export interface Report {
  readonly findings: Finding[];
  /** SQL texts read, and statements that are put together at run time and could not be. */
  readonly read: number;
  readonly unread: readonly SqlText[];
}

/** Reads every SQL text of the tree, in .sql files and in TypeScript, against every rule. */
export async function lintTree(root: string): Promise<Report> {
  const texts = await sqlFiles(root);
  const unread: SqlText[] = [];
  for await (const file of glob(['{sql,etl,api}/**/*.ts', 'kith.ts'], { cwd: root, exclude: ['**/node_modules'] })) {
    const found = sqlInTypescript(file, await readFile(path.join(root, file), 'utf8'));
    texts.push(...found.texts);
    unread.push(...found.unread);
  }
  return { findings: lint(texts), read: texts.length, unread };
}

/** The findings of all rules over texts that belong together: the tables that one creates are known in the others. */
export function lint(texts: readonly SqlText[]): Finding[] {
  const parsed = texts.map((text) => ({ text, ...parse(text) }));
  const tables = tablesOf(parsed.flatMap(({ statements }) => statements));
  return parsed.flatMap(({ text, statements, trouble }) => [
    ...trouble,
    ...statements.flatMap((statement) =>
      rules.flatMap((rule) =>
        [...rule.check(statement, tables)].map((what) => finding(statement.file, statement.line, rule, what)),
      ),
    ),
    ...textRules
      .filter(({ kinds }) => kinds.includes(text.kind))
      .flatMap((rule) => [...rule.check(text, statements)].map((what) => finding(text.file, text.line, rule, what))),
  ]);
}

const finding = (file: string, line: number, { id, why }: { id: string; why: string }, what: string): Finding => ({
  file,
  line,
  rule: id,
  message: `${what}. ${why}`,
});
