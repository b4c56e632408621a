import { type Context, type DateOrder, UnreadableFile } from '../../connector.ts';
import { instantIn, refuse } from '../../formats/cell.ts';
import { decideDateOrder } from '../../formats/date-order.ts';
import { digestOf } from '../../formats/natural-key.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';
import { verbOf } from './log.ts';

/**
 * The *Logs* report of a course, downloaded as CSV by a teacher. Names and components are in the language of the page,
 * and times as its country writes them; the description is English in every Moodle and names people and places by id.
 */
export const logReport = defineShape<Batch>(
  'the Logs report',
  'log-report',
  {
    needs: 'Time user_full_name event_name Description',
    takes: 'affected_user event_context Component Origin',
    hides: 'ip_address',
  },
  function* (row, batch, file) {
    const description = row.must('Description');
    const person = /^The user with id '(\d+)'/.exec(description)?.[1];
    if (person === undefined || person === '0' || person === '-1') {
      yield { passed: 'an event of the system itself, or one whose description names nobody' };
      return;
    }
    const { timezone } = batch.context;
    const at = instantIn('Time', row.must('Time'), orderOf(batch, file), timezone);
    const course = / (?:the )?course with id '(\d+)'/.exec(description)?.[1] ?? batch.course;
    const module = / course module id '(\d+)'/.exec(description)?.[1];
    const [verbRaw, component] = [row.must('event_name'), row.text('Component')?.toLowerCase()];
    yield {
      type: 'activity',
      key: digestOf(at, person, verbRaw, description),
      ...(course !== undefined && { course }),
      person,
      verb: verbOf(actionIn(description)),
      verbRaw,
      ...(module !== undefined && { object: `cm:${module}` }),
      ...(component !== undefined && { objectType: component }),
      at,
    };
  },
  (row, { logTimes }) => logTimes.add(row.text('Time')?.split(/[, ]/, 1)[0] ?? ''),
);

/** "The user with id '41' has viewed …", "… created …": the first word that is no auxiliary. */
function actionIn(description: string): string {
  return /^The user with id '\d+' (?:has |had |have |was )?(\w+)/.exec(description)?.[1] ?? '';
}

/** Takes `22/7/11` read as 2011 out of the running: Moodle writes no year of two digits first. */
const reportsSince = '2019-01-01';

/** One order of day and month for all log reports of a load: they come from one Moodle. */
function orderOf(batch: Batch, file: string): DateOrder {
  return (batch.logOrder ??= decided([...batch.logTimes], batch.context, file));
}

function decided(times: readonly string[], { dateOrder: known }: Context, file: string): DateOrder {
  const decision = decideDateOrder(times, { known, termFrom: reportsSince });
  if ('order' in decision) return decision.order;
  if (!('ambiguous' in decision)) return refuse('BAD_DATE', 'Time', 'follows no one order of day, month and year');
  const hint = `Say --date-order ${decision.ambiguous.join(' or ')}.`;
  throw new UnreadableFile('AMBIGUOUS_DATE', file, `${decision.readings.join(', or ')}.`, hint);
}
