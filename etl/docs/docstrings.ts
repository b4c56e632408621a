import { readFileSync } from 'node:fs';

/** What the scanner stops at: a docstring, something to pass over, the name of a thing or of its member, a brace. */
const token =
  /\/\*\*(?<doc>[\s\S]*?)\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|`[^`]*`|^(?:export )?(?:const|interface|type) (?<thing>\w+)|(?:readonly )?\b(?<member>\w+)\??:|(?<brace>[{}])/gm;

/**
 * Docstrings of a file's constants and types and of their members, by path: `Post`, `Post.parent`,
 * `ScoreDefinition.bands.jump`. So that a page says what the code says, and nobody writes it twice.
 */
export function docstrings(file: URL): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const path: string[] = [];
  let name = '';
  let doc: { readonly text: string; readonly end: number } | undefined;
  const source = readFileSync(file, 'utf8');
  for (const { 0: whole, index, groups = {} } of source.matchAll(token)) {
    const given = groups.thing ?? groups.member;
    if (given !== undefined) {
      name = given;
      const within = groups.thing === undefined ? path : [];
      if (doc && source.slice(doc.end, index).trim() === '') found.set([...within, name].join('.'), doc.text);
    } else if (groups.brace === '{') path.push(name);
    else if (groups.brace === '}') path.pop();
    doc = groups.doc === undefined ? undefined : { text: textOf(groups.doc), end: index + whole.length };
  }
  return found;
}

const textOf = (comment: string): string =>
  comment
    .replaceAll(/\n\s*\* ?/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
