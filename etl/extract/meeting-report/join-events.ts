import { personKey } from './attendee.ts';
import type { JoinAction } from './join-actions.ts';
import type { Line } from './layout.ts';
import type { Attendance } from './report.ts';

/** Somebody came or went. `at` is an instant. */
export interface JoinEvent {
  readonly line: Line;
  readonly name: string;
  readonly action: JoinAction;
  readonly at: string;
}

/**
 * Pairs the comings and goings of each person to intervals; a row for every event, in file order.
 *
 * The list is taken by somebody in the meeting, so whoever was still there has no leaving row: the interval is closed
 * at the last time the list knows, which is the least they stayed. A leaving without a joining opens at the first time
 * the list knows. A second joining (another device, a lost connection) closes the interval before it. All of them are
 * intervals, not summaries: both ends are moments at which the person is known to have been in the meeting.
 */
export function pairedEvents(events: readonly JoinEvent[]): Attendance[] {
  const inOrder = events.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const begin = inOrder.at(0)?.at ?? '';
  const end = inOrder.at(-1)?.at ?? '';
  const people = Map.groupBy(inOrder, ({ name }) => personKey({ name }));
  return [...people.values()]
    .flatMap((own) => intervalsOf(own, begin, end))
    .toSorted((one, other) => one.line.line - other.line.line);
}

function intervalsOf(events: readonly JoinEvent[], begin: string, end: string): Attendance[] {
  const rows: Attendance[] = [];
  let open: JoinEvent | undefined;
  for (const event of events) {
    if (event.action === 'joined') {
      if (open) rows.push(interval(open, open.at, event.at));
      open = event;
    } else if (open) {
      rows.push(interval(open, open.at, event.at), skip(event, 'the end of an interval'));
      open = undefined;
    } else if (rows.length === 0) {
      rows.push(interval(event, begin, event.at));
    } else {
      rows.push(skip(event, 'a leaving of somebody who had left'));
    }
  }
  if (open) rows.push(interval(open, open.at, end));
  return rows;
}

function interval({ line, name }: JoinEvent, joined: string, left: string): Attendance {
  return { line, attendee: { name }, kind: 'interval', joined, left };
}

function skip({ line, name }: JoinEvent, reason: string): Attendance {
  return { line, attendee: { name }, kind: 'skip', reason };
}
