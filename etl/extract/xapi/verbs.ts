/**
 * The verbs we know, and every IRI in use for each: profiles name one idea several ways (reference/xapi §4.4).
 * A new IRI for a known idea is one more string here.
 */
export const verbIris = {
  achieved: [
    'https://w3id.org/xapi/tla/verbs/achieved',
    'http://id.tincanapi.com/verb/earned',
    'http://specification.openbadges.org/xapi/verbs/earned.json',
  ],
  answered: ['http://adlnet.gov/expapi/verbs/answered'],
  asked: ['http://adlnet.gov/expapi/verbs/asked'],
  attempted: ['http://adlnet.gov/expapi/verbs/attempted', 'http://activitystrea.ms/schema/1.0/start'],
  attended: ['http://adlnet.gov/expapi/verbs/attended'],
  commented: ['http://adlnet.gov/expapi/verbs/commented'],
  completed: ['http://adlnet.gov/expapi/verbs/completed', 'http://activitystrea.ms/schema/1.0/complete'],
  created: ['http://activitystrea.ms/create', 'http://activitystrea.ms/schema/1.0/create'],
  deleted: [
    'http://activitystrea.ms/delete',
    'http://activitystrea.ms/schema/1.0/delete',
    'https://w3id.org/xapi/dod-isd/verbs/deleted',
  ],
  disliked: [
    'http://activitystrea.ms/schema/1.0/dislike',
    'https://w3id.org/xapi/acrossx/verbs/disliked',
    'http://id.tincanapi.com/verb/voted-down',
  ],
  downloaded: ['http://id.tincanapi.com/verb/downloaded'],
  edited: [
    'https://w3id.org/xapi/acrossx/verbs/edited',
    'http://activitystrea.ms/update',
    'http://activitystrea.ms/schema/1.0/update',
  ],
  failed: ['http://adlnet.gov/expapi/verbs/failed'],
  initialized: ['http://adlnet.gov/expapi/verbs/initialized'],
  interacted: ['http://adlnet.gov/expapi/verbs/interacted', 'http://activitystrea.ms/schema/1.0/interact'],
  joined: ['http://activitystrea.ms/join', 'http://activitystrea.ms/schema/1.0/join'],
  left: ['http://activitystrea.ms/leave', 'http://activitystrea.ms/schema/1.0/leave'],
  liked: [
    'http://activitystrea.ms/like',
    'http://activitystrea.ms/schema/1.0/like',
    'https://w3id.org/xapi/acrossx/verbs/liked',
    'http://id.tincanapi.com/verb/voted-up',
  ],
  logged_in: [
    'https://xapi.edlm/profiles/edlm-lms/concepts/verbs/login',
    'https://w3id.org/xapi/adl/verbs/logged-in',
    'https://brindlewaye.com/xAPITerms/verbs/loggedin',
    'https://brindlewaye.com/xAPITerms/verbs/loggedin/',
  ],
  meeting_ended: ['http://id.tincanapi.com/verb/adjourned'],
  passed: ['http://adlnet.gov/expapi/verbs/passed'],
  paused: ['https://w3id.org/xapi/video/verbs/paused'],
  played: ['https://w3id.org/xapi/video/verbs/played'],
  posted: ['https://w3id.org/xapi/acrossx/verbs/posted'],
  progressed: ['http://adlnet.gov/expapi/verbs/progressed'],
  registered: [
    'http://adlnet.gov/expapi/verbs/registered',
    'https://xapi.edlm/profiles/edlm-lms/concepts/verbs/enrolled',
  ],
  replied: ['http://id.tincanapi.com/verb/replied'],
  reported: ['https://w3id.org/xapi/acrossx/verbs/reported'],
  scored: ['http://adlnet.gov/expapi/verbs/scored'],
  searched: ['http://activitystrea.ms/schema/1.0/search', 'https://w3id.org/xapi/acrossx/verbs/searched'],
  seeked: ['https://w3id.org/xapi/video/verbs/seeked'],
  sent: ['http://activitystrea.ms/send', 'http://activitystrea.ms/schema/1.0/send'],
  shared: [
    'http://adlnet.gov/expapi/verbs/shared',
    'http://activitystrea.ms/share',
    'http://activitystrea.ms/schema/1.0/share',
  ],
  submitted: ['http://activitystrea.ms/submit', 'http://activitystrea.ms/schema/1.0/submit'],
  switched: [
    'http://activitystrea.ms/start',
    'http://activitystrea.ms/unshare',
    'https://w3id.org/xapi/virtual-classroom/verbs/reacted',
    'https://w3id.org/xapi/virtual-classroom/verbs/stopped',
    'https://w3id.org/xapi/virtual-classroom/verbs/unreacted',
  ],
  terminated: ['http://adlnet.gov/expapi/verbs/terminated'],
  unreported: ['https://w3id.org/xapi/openedx/verb/unreported'],
  unregistered: [
    'http://id.tincanapi.com/verb/unregistered',
    'https://xapi.edlm/profiles/edlm-lms/concepts/verbs/unenrolled',
  ],
  viewed: [
    'http://id.tincanapi.com/verb/viewed',
    'http://adlnet.gov/expapi/verbs/experienced',
    'https://w3id.org/xapi/dod-isd/verbs/navigated',
  ],
  voided: ['http://adlnet.gov/expapi/verbs/voided'],
  voted: ['https://w3id.org/xapi/openedx/verb/voted'],
} as const satisfies Record<string, readonly string[]>;

export type VerbWord = keyof typeof verbIris;

const wordOfIri = new Map<string, VerbWord>(
  (Object.keys(verbIris) as VerbWord[]).flatMap((word) => verbIris[word].map((iri) => [iri, word] as const)),
);

/** Undefined: a verb nobody has told us about. Its statement is still an activity, of the verb "other". */
export function verbWord(iri: string): VerbWord | undefined {
  return wordOfIri.get(iri);
}
