import { notRead } from '../../formats/surprise.ts';
import { personKey, personRecord } from './attendee.ts';
import { unknownIn } from './known-columns.ts';
import { allLines, type Layout, type Rows } from './layout.ts';
import { namedCells } from './named-cells.ts';

const columns =
  'first name,last name,email,phone,registration time,approval status,address,city,country/region,zip/postal code,' +
  'state/province,industry,organization,job title,purchasing time frame,role in purchase process,number of employees,' +
  'questions & comments,source name,country/region name,unsubscribe';

/**
 * Zoom's registration report: who wanted to come to a meeting or webinar. It does not say who came, so it makes people
 * and no presence: the attendee report of the webinar, or the registrants beside the participants of the API, do.
 */
export const zoomRegistrants: Layout = {
  variant: 'zoom-registrants',
  recognise: (rows) => (headerAt(rows) >= 0 ? 0.96 : 0),
  dates: () => [],
  problems: () => ['A registration report does not say who came: it makes people and no presence.'],
  async *read({ file, rows }) {
    const lines = await allLines({ file, rows });
    const top = headerAt(lines.map(({ cells }) => cells));
    const [header, ...people] = lines.slice(top);
    yield* notRead(unknownIn(header, columns), { file: file.name, line: header?.line ?? 1 });
    const told = new Set<string>();
    for (const { cells, line, raw } of people) {
      const ref = { file: file.name, line };
      const said = namedCells(header?.cells ?? [], cells);
      const name = [said['first name'], said['last name']].filter((part) => part !== undefined).join(' ');
      const attendee = { name, email: said.email };
      const key = personKey(attendee);
      if (key === undefined) {
        const message = 'The row has neither a name nor an address.';
        yield { reject: { code: 'NO_PERSON', field: 'email', message, raw }, ref };
      } else if (told.has(key)) yield { skipped: { reason: 'registered twice' }, ref };
      else {
        told.add(key);
        yield { record: personRecord(attendee, key), ref };
      }
    }
  },
};

/** The webinar's attendee report has these columns too, and says besides who came. */
function headerAt(rows: Rows): number {
  return rows.slice(0, 12).findIndex((cells) => {
    const names = cells.map((cell) => cell.toLowerCase());
    return (
      ['email', 'registration time', 'approval status'].every((name) => names.includes(name)) &&
      !names.includes('attended')
    );
  });
}
