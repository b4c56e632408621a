import type { Stream } from './terminal.ts';

/** How far long work has come. */
export interface Progress {
  /** `total` unknown: only what is done is shown. */
  update(done: number, total?: number, note?: string): void;
  /** Clears the line. */
  end(): void;
}

const barWidth = 24;
/** Off a terminal: a plain line this often, in ms, so that a log shows life and no flood. */
const quietFor = 5000;
/** On a terminal: no more than some ten times a second. */
const frame = 80;

/** A bar that is drawn over itself on a terminal; elsewhere a plain line every few seconds. */
export function progressOn(stream: Stream, title: string, now: () => number = Date.now): Progress {
  const live = stream.isTTY === true;
  let spoken = live ? 0 : now();
  let drawn = false;
  return {
    update(done, total, note = '') {
      if (now() - spoken < (live ? frame : quietFor)) return;
      spoken = now();
      drawn = live;
      const text = [title, amount(done, total, live), note].filter((part) => part !== '').join('  ');
      stream.write(live ? `\r\u001B[2K${text.slice(0, (stream.columns ?? 80) - 1)}` : `${text}\n`);
    },
    end() {
      if (drawn) stream.write('\r\u001B[2K');
      drawn = false;
    },
  };
}

function amount(done: number, total: number | undefined, live: boolean): string {
  if (total === undefined || total <= 0) return done.toLocaleString('en');
  const share = Math.min(1, done / total);
  const full = Math.round(share * barWidth);
  const bar = live ? `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ` : '';
  return `${bar}${Math.floor(share * 100)} %`;
}
