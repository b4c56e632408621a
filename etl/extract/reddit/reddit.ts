import { defineConnector, type Detection, type Extracted, type FileHead } from '../../connector.ts';
import { headText } from '../../formats/encoding.ts';
import { isObject } from '../../formats/fields.ts';
import { believed, jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import type { JsonRow } from '../../formats/json-rows.ts';
import { noticed, toldNews } from '../../formats/news.ts';
import { about } from './about.ts';
import { Item, recordsOf } from './posts.ts';

/** A subreddit: lines of a pushshift dump (zst is unpacked before), or answers of the Reddit API. */
export const reddit = defineConnector({
  id: 'reddit',
  title: 'Reddit comments and submissions (NDJSON, API listings)',
  about,
  detect,

  async *extract({ files }, context) {
    yield* jsonExport(files, function* (row) {
      for (const found of itemsIn(row.value)) {
        if (found instanceof Wrapped) yield* toldNews(Wrapper, { ...row, value: found.around }, context);
        else if (found === 'more') yield leftOut(row);
        else
          yield* believed(Item, { ...row, value: found }, context, (item) =>
            recordsOf(item, context.keepBodies ?? false),
          );
      }
    });
  },
});

function detect({ bytes }: FileHead): Detection | undefined {
  const fields = jsonFields(bytes);
  if (!hasFields(fields, 'subreddit', 'created_utc', 'author')) return undefined;
  const isListing = hasFields(fields, 'kind', 'data', 'children') || /^\s*[[{]\s*"kind"/.test(headText(bytes));
  const variant = isListing ? 'listing' : hasFields(fields, 'link_id', 'parent_id') ? 'comments' : 'submissions';
  return { variant, confidence: 0.95, problems: [] };
}

/** What stands around the things of a listing. */
const Wrapper = noticed({ data: noticed({}, 'after before children dist modhash geo_filter').optional() }, 'kind');

class Wrapped {
  readonly around: unknown;

  constructor(around: unknown) {
    this.around = around;
  }
}

/** The API wraps things in listings, and the replies to a comment in a listing inside it. */
function* itemsIn(value: unknown): Generator {
  if (Array.isArray(value)) for (const each of value) yield* itemsIn(each);
  else if (isObject(value) && isObject(value.data) && typeof value.kind === 'string') {
    if (value.kind === 'more') yield 'more';
    else if (Array.isArray(value.data.children) && value.kind === 'Listing') {
      yield new Wrapped(value);
      yield* itemsIn(value.data.children);
    } else {
      yield new Wrapped({ ...value, data: undefined });
      yield value.data;
      yield* itemsIn(value.data.replies ?? []);
    }
  } else if (value !== '') yield value;
}

function leftOut({ ref }: JsonRow): Extracted {
  return { skipped: { reason: 'comments that the listing left out: fetch them from /api/morechildren' }, ref };
}
