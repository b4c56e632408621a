import { type Attendee, plainName } from './attendee.ts';

/**
 * `015_Loki (Loki Laufeyson)`: the name shown in the meeting and, in the last balanced parentheses, the name of the
 * account. Without parentheses both are the same.
 */
export function zoomName(cell: string): Pick<Attendee, 'name' | 'originalName'> {
  const name = plainName(cell);
  const open = lastOpening(name);
  const shown = open === undefined ? '' : name.slice(0, open).trim();
  return shown === '' ? { name } : { name: shown, originalName: name.slice((open ?? 0) + 1, -1).trim() };
}

/** Index of the parenthesis that the closing one at the end of the name belongs to. */
function lastOpening(name: string): number | undefined {
  if (!name.endsWith(')')) return undefined;
  let depth = 0;
  for (let at = name.length - 1; at >= 0; at--) {
    if (name[at] === ')') depth++;
    if (name[at] === '(' && --depth === 0) return at;
  }
  return undefined;
}
