import { plainSpaces } from './clock.ts';

/** Words for hour, minute and second in the languages the reports were seen in, and their short forms. */
const seconds: ReadonlyMap<string, number> = new Map([
  ...unit(
    3600,
    'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur u t jam ч час 時間 小时 小時 시간',
  ),
  ...unit(60, 'm min mins minute minutes minuten minuto minutos minuti mnt menit мин м 分 分钟 分鐘 분'),
  ...unit(
    1,
    's sec secs second seconds sek sekunde sekunden seconde secondes seg segundo segundos dtk detik с сек 秒 초',
  ),
]);

const clock = /^(?:(\d+):)?(\d{1,3}):(\d{2})$/;
const words = /(?<!\d)(\d+(?:[.,]\d+)?)\s?([\p{L}]+)\.?/gu;

/**
 * Reads a duration: `1h 2m 10s`, `1 h 1 min 55 s`, `1 hr 2 min`, `58 min`, `2 Std. 5 Min.`, `1時間 2分`, `01:02:10`.
 * Two parts of a clock are minutes and seconds. A bare number counts in `bare` seconds, 60 where a column says minutes.
 * Returns seconds, 0 or more; undefined: not a duration, or one that no number holds.
 */
export function parseDuration(text: string, bare?: 1 | 60): number | undefined {
  const total = secondsOf(text, bare);
  return Number.isFinite(total) ? total : undefined;
}

function secondsOf(text: string, bare: 1 | 60 | undefined): number | undefined {
  const plain = plainSpaces(text).toLowerCase();
  const parts = clock.exec(plain);
  if (parts) return Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
  if (/^\d+(?:[.,]\d+)?$/.test(plain)) return bare && decimal(plain) * bare;

  const found = [...plain.matchAll(words)];
  if (found.length === 0 || plain.replaceAll(words, '').trim() !== '') return undefined;
  return found.reduce<number | undefined>((total, [, amount = '', word = '']) => {
    const worth = seconds.get(word);
    return total === undefined || worth === undefined ? undefined : total + decimal(amount) * worth;
  }, 0);
}

function unit(worth: number, names: string): [name: string, worth: number][] {
  return names.split(' ').map((name) => [name, worth]);
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}
