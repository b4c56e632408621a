import {
  defineConnector,
  UnreadableFile,
  type Context,
  type Detection,
  type FileHead,
  type SourceInput,
} from '../../connector.ts';
import { headText } from '../../formats/encoding.ts';
import { jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import { about } from './about.ts';
import { MeetConferences } from './meet.ts';
import { MeetCalls } from './meet-reports.ts';
import { teamsItems } from './teams.ts';
import { ZoomMeeting } from './zoom.ts';

/** Who was in a meeting, as the programming interfaces of Teams, Zoom and Meet answer it. */
export const meetingJson = defineConnector({
  id: 'meeting-json',
  title: 'Attendance from the APIs of Teams, Zoom and Meet (JSON)',
  about,
  detect,

  async *extract(input, context) {
    const conferences = new MeetConferences();
    const calls = new MeetCalls();
    let zoom: ZoomMeeting | undefined;
    yield* jsonExport(input.files, function* (row) {
      const answer = typeof row.value === 'object' && row.value !== null ? row.value : {};
      const isMeet = JSON.stringify(answer).slice(0, 500).includes('"conferenceRecords');
      if (isMeet) yield* conferences.read({ ...row, value: answer }, context);
      else if ('items' in answer) yield* calls.read({ ...row, value: answer }, context);
      else if ('participants' in answer || 'registrants' in answer) {
        zoom ??= new ZoomMeeting(meetingKey(input, context));
        yield* zoom.read({ ...row, value: answer }, context);
      } else yield* teamsItems(row, context);
    });
    yield* conferences.end();
    yield* calls.end();
    if (zoom) yield* zoom.end();
  },
});

function detect({ bytes }: FileHead): Detection | undefined {
  const fields = jsonFields(bytes);
  const found = (variant: string, problems: string[] = []) => ({ variant, confidence: 0.95, problems });
  if (hasFields(fields, 'attendanceRecords')) return found('teams');
  if (hasFields(fields, 'attendanceIntervals')) return found('teams-records');
  if (hasFields(fields, 'registrants', 'email')) return found('zoom-registrants', [noMeeting]);
  if (hasFields(fields, 'participants', 'join_time', 'leave_time')) {
    return found(hasFields(fields, 'bo_mtg_id') ? 'zoom-breakouts' : 'zoom', [noMeeting]);
  }
  if (hasFields(fields, 'items', 'events', 'parameters') && headText(bytes).includes('"call_ended"')) {
    return found('meet-reports');
  }
  const isMeet =
    hasFields(fields, 'conferenceRecords') ||
    hasFields(fields, 'participantSessions') ||
    hasFields(fields, 'earliestStartTime');
  return isMeet ? found('meet') : undefined;
}

const noMeeting = 'Zoom’s answers do not name their meeting: say --option meeting=<id>.';

function meetingKey({ files }: SourceInput, { options }: Context): string {
  if (options?.meeting) return options.meeting;
  const hint = 'Say --option meeting=<uuid>, one meeting per load.';
  throw new UnreadableFile('NO_MEETING', files[0]?.name ?? '', noMeeting, hint);
}
