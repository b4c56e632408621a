import type { Connector } from '../connector.ts';
import { bigbluebutton } from './bigbluebutton/bigbluebutton.ts';
import { blackboard } from './blackboard/blackboard.ts';
import { brightspace } from './brightspace/brightspace.ts';
import { caliper } from './caliper/caliper.ts';
import { canvas } from './canvas/canvas.ts';
import { coursera } from './coursera/coursera.ts';
import { discord } from './discord/discord.ts';
import { discourse } from './discourse/discourse.ts';
import { ed } from './ed/ed.ts';
import { googleClassroom } from './google-classroom/google-classroom.ts';
import { ltiNrps } from './lti-nrps/lti-nrps.ts';
import { mapping } from './mapping/mapping.ts';
import { meetingJson } from './meeting-json/meeting-json.ts';
import { meetingReport } from './meeting-report/meeting-report.ts';
import { microsoftEducation } from './microsoft-education/microsoft-education.ts';
import { moodle } from './moodle/moodle.ts';
import { moodleForum } from './moodle-forum/moodle-forum.ts';
import { native } from './native/native.ts';
import { oneroster } from './oneroster/oneroster.ts';
import { openedx } from './openedx/openedx.ts';
import { oulad } from './oulad/oulad.ts';
import { piazza } from './piazza/piazza.ts';
import { reddit } from './reddit/reddit.ts';
import { slack } from './slack/slack.ts';
import { surveyWide } from './survey-wide/survey-wide.ts';
import { teamsMessages } from './teams-messages/teams-messages.ts';
import { udemy } from './udemy/udemy.ts';
import { xapi } from './xapi/xapi.ts';
import { zulip } from './zulip/zulip.ts';

/** Every connector Kith has, by id. CLI, docs page, detection and fixture test follow from this list. */
export const connectors = [
  bigbluebutton,
  blackboard,
  brightspace,
  caliper,
  canvas,
  coursera,
  discord,
  discourse,
  ed,
  googleClassroom,
  ltiNrps,
  mapping,
  meetingJson,
  meetingReport,
  microsoftEducation,
  moodle,
  moodleForum,
  native,
  oneroster,
  openedx,
  oulad,
  piazza,
  reddit,
  slack,
  surveyWide,
  teamsMessages,
  udemy,
  xapi,
  zulip,
] as const satisfies readonly Connector[];

export type ConnectorId = (typeof connectors)[number]['id'];

export function connectorById(id: string): Connector | undefined {
  return (connectors as readonly Connector[]).find((connector) => connector.id === id);
}
