import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '@kith/sql/connect.ts';
import type { Sender } from '../queries/xapi/sender.ts';
import { consistentThrough, findStatements, type Stored, type Wanted } from '../queries/xapi/statements.ts';
import { shownAs } from './formats.ts';
import { moreOf, pageOf } from './more.ts';
import type { Asked } from './parameters.ts';

interface Around {
  /** Path that the request came by: "more" leads to the same. */
  readonly path: string;
  /** Read before the page is. */
  readonly through: Date;
  readonly languages: string | undefined;
}

/**
 * A page as the JSON of a StatementResult. Where there is more, nothing newer than the consistent instant is shown: so
 * the pages together are one picture, whatever is written meanwhile.
 */
export async function readPage(
  db: Db,
  sender: Sender,
  asked: Exclude<Asked, { one: unknown }>,
  { path, through, languages }: Around,
): Promise<{ json: string; attachments: boolean }> {
  const { format, attachments, ...wanted } = 'more' in asked ? pageOf(asked.more) : asked;
  const { page, until } = await onePage(db, sender, wanted, through);
  const last = page.length > wanted.most ? page[wanted.most - 1] : undefined;
  const more =
    last === undefined
      ? ''
      : `${path}?more=${moreOf({
          ...wanted,
          terms: [...wanted.terms],
          until,
          past: { stored: last.stored.toISOString(), no: last.no },
          format,
          attachments,
        })}`;
  const shown = page.slice(0, wanted.most).map(({ statement }) => shownAs(format, statement, languages));
  return { json: `{"statements":[${shown.join(',')}],"more":${JSON.stringify(more)}}`, attachments };
}

async function onePage(
  db: Db,
  sender: Sender,
  wanted: Wanted,
  through: Date,
): Promise<{ page: readonly Stored[]; until: string | undefined }> {
  const find = (until: string | undefined) => findStatements(db, sender, { ...wanted, until, most: wanted.most + 1 });
  const page = await find(wanted.until);
  if (page.length <= wanted.most) return { page, until: wanted.until };
  const newest = Math.max(...page.map(({ stored }) => stored.getTime()));
  let bound = through;
  if (newest > bound.getTime()) {
    // "stored" is rounded up: what was stored this instant counts an instant later.
    await sleep(3);
    bound = await consistentThrough(db);
  }
  const until = wanted.until !== undefined && wanted.until < bound.toISOString() ? wanted.until : bound.toISOString();
  return { page: newest > bound.getTime() ? await find(until) : page, until };
}
