import type { Delimiter } from '../../formats/csv.ts';
import { headRows } from '../../formats/head-rows.ts';
import { zoomChat } from './chat.ts';
import { classList } from './class-list.ts';
import { classRegister } from './class-register.ts';
import { collaborate } from './collaborate.ts';
import { jiscAttendance } from './jisc.ts';
import type { Layout, Rows } from './layout.ts';
import { meetAttendance } from './meet.ts';
import { teamsJoinedLeft } from './teams-joined-left.ts';
import { teamsList } from './teams-list.ts';
import { teamsSections } from './teams-sections.ts';
import { zoomParticipants, zoomUniqueUsers } from './zoom.ts';
import { zoomRegistrants } from './zoom-registrants.ts';
import { zoomWebinar } from './zoom-webinar.ts';

/** Where two are equally sure the one named first is taken. */
const layouts: readonly Layout[] = [
  jiscAttendance,
  collaborate,
  teamsSections,
  zoomWebinar,
  zoomRegistrants,
  zoomParticipants,
  zoomUniqueUsers,
  meetAttendance,
  classRegister,
  teamsJoinedLeft,
  teamsList,
  zoomChat,
  classList,
];

/** A title such as `Unit 3, part 2; recap` holds other delimiters, so each is tried, the tab of the real exports first. */
const delimiters: readonly Delimiter[] = ['\t', ';', ','];

interface Recognised {
  readonly layout: Layout;
  readonly delimiter: Delimiter;
  readonly confidence: number;
  readonly rows: Rows;
}

/** The layout and delimiter that fit the first bytes best. */
export function recognise(head: Uint8Array): Recognised | undefined {
  const candidates = delimiters.flatMap((delimiter) => {
    const rows = headRows(head, delimiter);
    return layouts.map((layout) => ({ layout, delimiter, rows, confidence: rows.length && layout.recognise(rows) }));
  });
  const [best] = candidates.sort((one, other) => other.confidence - one.confidence);
  return best && best.confidence > 0 ? best : undefined;
}
