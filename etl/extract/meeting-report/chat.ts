import { type Context, type Extracted, type RowRef, UnreadableFile } from '../../connector.ts';
import { digestOf } from '../../formats/natural-key.ts';
import { parseLocal, toInstant } from '../../formats/dates.ts';
import { lines } from '../../formats/lines.ts';
import { written } from '../../formats/written.ts';
import { requireZone } from '../../formats/zone.ts';
import { personKey, personRecord } from './attendee.ts';
import { sessionDay } from './day.ts';
import type { Layout } from './layout.ts';

/** `01:07:16⇥Tom:⇥Hi`, and since 2020 `08:59:02 From  Jacob  to  Everyone:` with the words on lines of their own. */
const spoken =
  /^(?<time>\d{2}:\d{2}:\d{2})\s+(?:From\s+(?<from>.+?)\s+to\s+(?<to>.+?)\s*:|(?<name>[^\t]+?)\s*:\t)\s*(?<text>.*)$/i;
const everyone = /^(?:everyone|alle|tout le monde|todos|tutti|iedereen|全员|所有人|全員|모두)(?:\s*\(.*\))?$/iu;
/** Newer clients write signs as messages. */
const sign = /^(?:reacted to|removed a .+ reaction from) /i;

/**
 * A saved Zoom chat: who wrote, when, how much. It names neither its day nor its meeting, and of people only the names
 * they chose to show, so a name suggests a match and the words are not kept.
 */
export const zoomChat: Layout = {
  variant: 'zoom-chat',
  recognise(rows) {
    const first = rows.map((cells) => cells.join('\t'));
    const said = first.filter((line) => spoken.test(line) || spoken.test(`${line} `)).length;
    return said > 0 && /^\d{2}:\d{2}:\d{2}\s/.test(first[0] ?? '') ? 0.9 : 0;
  },
  dates: () => [],
  problems: () => ['A saved chat names no day: put it into the name of the file, or say --option date=2026-02-01.'],
  async *read({ file }, context) {
    const clock = clockOf(file, context);
    const met = new Set<string>();
    for await (const { time, sender, to, text, ref } of messages(file)) {
      const person = personKey({ name: sender });
      const at = clock(time);
      if (to !== undefined && !everyone.test(to))
        yield { skipped: { reason: 'a private message, which is not read' }, ref };
      else if (sign.test(text)) yield { skipped: { reason: 'a sign on a message, which names no message' }, ref };
      else if (person === undefined) yield refusal('NO_PERSON', 'name', 'The line names nobody.', ref);
      else if (at === undefined) yield refusal('DST_GAP', 'time', 'The clock skipped or repeated this hour.', ref);
      else {
        if (!met.has(person)) yield { record: personRecord({ name: sender }, person), ref };
        met.add(person);
        const key = digestOf(context.course, at, person, text);
        const thread = digestOf(context.course, clock('00:00:00') ?? file.name, 'chat');
        const post = { type: 'post', key, thread, kind: 'chat', replyInference: 'none', author: person } as const;
        yield { record: { ...post, createdAt: at, ...written(text) }, ref };
      }
    }
  },
};

interface Message {
  readonly time: string;
  readonly sender: string;
  readonly to: string | undefined;
  readonly text: string;
  readonly ref: RowRef;
}

/** A line that begins with no time goes on with the message before it. */
async function* messages(file: Parameters<typeof lines>[0]): AsyncGenerator<Message> {
  let open: Message | undefined;
  for await (const { line, text } of lines(file)) {
    const { time, from, to, name, text: words = '' } = spoken.exec(text)?.groups ?? {};
    if (time === undefined) open = open && { ...open, text: `${open.text} ${text.trim()}`.trim() };
    else {
      if (open) yield open;
      open = { time, sender: from ?? name ?? '', to, text: words, ref: { file: file.name, line } };
    }
  }
  if (open) yield open;
}

/** A chat of a cloud recording (`GMT20260201-100000…`) counts from the beginning of the recording; any other is wall clock. */
function clockOf(file: Parameters<typeof lines>[0], context: Context): (time: string) => string | undefined {
  const began = recordingBegan(file);
  if (began !== undefined) {
    return (time) => {
      const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
      return new Date(Date.parse(began) + ((hours * 60 + minutes) * 60 + seconds) * 1000).toISOString();
    };
  }
  const date = sessionDay(file, context);
  if (date === undefined) {
    const hint = 'Put the day into the name of the file, or say --option date=2026-02-01.';
    throw new UnreadableFile('NO_SESSION_DATE', file.name, 'A saved chat does not say on which day it was.', hint);
  }
  const zone = requireZone(file, context.timezone);
  return (time) => toInstant({ date, time, precision: 's' }, zone);
}

function refusal(code: string, field: string, message: string, ref: RowRef): Extracted {
  return { reject: { code, field, message }, ref };
}

/** Whether it is known when the chat was; in a folder one that does not say it is passed over. */
export function saysDay(file: { readonly name: string }, context: Context): boolean {
  return recordingBegan(file) !== undefined || sessionDay(file, context) !== undefined;
}

/** Undefined: not the name of a recording, or of a day that does not exist. */
function recordingBegan({ name }: { readonly name: string }): string | undefined {
  const [, day = '', hour = '', minute = '', second = ''] = /GMT(\d{8})-(\d{2})(\d{2})(\d{2})/.exec(name) ?? [];
  const began = parseLocal(`${day}T${hour}:${minute}:${second}Z`, 'ymd');
  return began && toInstant(began, 'UTC');
}
