import { headText } from './encoding.ts';

/** Names that stand before a colon in the head of a JSON file, at any depth, for detection. Undefined: no JSON. */
export function jsonFields(head: Uint8Array): ReadonlySet<string> | undefined {
  const text = headText(head).replace(/^\ufeff/, '');
  if (!/^\s*[[{]/.test(text)) return undefined;
  return new Set([...text.matchAll(/"([^"\\]{1,80})"\s*:/g)].map(([, name = '']) => name));
}

export function hasFields(fields: ReadonlySet<string> | undefined, ...names: readonly string[]): boolean {
  return fields !== undefined && names.every((name) => fields.has(name));
}

/** Whether a file is JSON and no table, for sources that give both. */
export function isJson(head: Uint8Array): boolean {
  return /^[\s\ufeff]*[[{]/.test(headText(head));
}
