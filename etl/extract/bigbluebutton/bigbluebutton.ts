import { defineConnector, type Detection, type FileHead } from '../../connector.ts';
import { headText } from '../../formats/encoding.ts';
import { believed, jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import { about } from './about.ts';
import { Dashboard, dashboardRecords } from './dashboard.ts';
import { Event } from './events.ts';
import { Meetings } from './webhooks.ts';

/** BigBlueButton: the learning dashboard's file of one meeting, or the events its webhooks sent. */
export const bigbluebutton = defineConnector({
  id: 'bigbluebutton',
  title: 'BigBlueButton (learning dashboard JSON, webhooks)',
  about,
  detect,

  async *extract({ files }, context) {
    const meetings = new Meetings(context.keepBodies ?? false);
    yield* jsonExport(files, function* (row) {
      if (typeof row.value === 'object' && row.value !== null && 'users' in row.value) {
        yield* believed(Dashboard, row, context, dashboardRecords);
      } else yield* believed(Event, row, context, ({ data }) => meetings.of(data, row.ref));
    });
    yield* meetings.end();
  },
});

function detect({ bytes }: FileHead): Detection | undefined {
  const fields = jsonFields(bytes);
  if (hasFields(fields, 'intId', 'users', 'createdOn', 'isModerator'))
    return { variant: 'dashboard', confidence: 0.95, problems: [] };
  if (!hasFields(fields, 'internal-meeting-id', 'attributes')) return undefined;
  const hasBreakouts = /"is-breakout"\s*:\s*"?true/.test(headText(bytes));
  return { variant: hasBreakouts ? 'webhooks-breakouts' : 'webhooks', confidence: 0.95, problems: [] };
}
