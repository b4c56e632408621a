import { localTime } from '../../compute/calendar.ts';
import { dayMs, hourMs } from './answers.ts';

/** By the clock of the course. */
const opens = 9;
const closes = 17;

/** Hours between two instants that fall on Monday to Friday from 9 to 17, 0 up. */
export function workingHoursBetween(from: number, to: number, zone: string): number {
  const [start, end] = [localTime(from, zone), localTime(to, zone)];
  let hours = 0;
  for (let day = Math.floor(start / dayMs); day * dayMs < end; day++) {
    // 1970-01-01 was a Thursday.
    if ((day + 3) % 7 >= 5) continue;
    const [open, close] = [day * dayMs + opens * hourMs, day * dayMs + closes * hourMs];
    hours += Math.max(0, Math.min(end, close) - Math.max(start, open)) / hourMs;
  }
  return hours;
}
