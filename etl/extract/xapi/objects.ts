/** The kinds of thing a statement can be about, and the activity-type IRIs in use for each (reference/xapi §4). */
export const objectIris = {
  assignment: [
    'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/assignment',
    'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/submission',
  ],
  badge: [
    'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/badge',
    'http://activitystrea.ms/schema/1.0/badge',
  ],
  case: ['http://xapi.jisc.ac.uk/case', 'http://xapi.jisc.ac.uk/intervention/note'],
  certificate: [
    'https://w3id.org/xapi/openedx/activity/certificate',
    'http://id.tincanapi.com/activitytype/certificate',
  ],
  chat_message: ['http://id.tincanapi.com/activitytype/chat-message'],
  course: [
    'http://adlnet.gov/expapi/activities/course',
    'https://w3id.org/xapi/cmi5/activitytype/course',
    'http://xapi.jisc.ac.uk/courseArea',
  ],
  discussion: ['http://id.tincanapi.com/activitytype/discussion'],
  event: ['http://xapi.jisc.ac.uk/event_timetabled', 'http://xapi.jisc.ac.uk/event_non-timetabled'],
  face_to_face: ['https://w3id.org/xapi/acrossx/activities/face-to-face-discussion'],
  forum: ['https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/forum'],
  forum_post: ['http://id.tincanapi.com/activitytype/forum-reply', 'http://xapi.jisc.ac.uk/forum-post'],
  group: ['https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/group'],
  meeting: ['http://adlnet.gov/expapi/activities/meeting', 'http://id.tincanapi.com/activitytype/webinar'],
  message: ['https://w3id.org/xapi/acrossx/activities/message'],
  office_totals: ['http://xapi.jisc.ac.uk/activities/microsoft'],
  page: ['http://xapi.jisc.ac.uk/vle/page', 'http://xapi.jisc.ac.uk/vle/content'],
  question: ['http://adlnet.gov/expapi/activities/cmi.interaction', 'http://activitystrea.ms/schema/1.0/question'],
  quiz: [
    'http://adlnet.gov/expapi/activities/assessment',
    'http://adlnet.gov/expapi/activities/attempt',
    'http://xapi.jisc.ac.uk/vle/quiz',
  ],
  resource: ['http://id.tincanapi.com/activitytype/resource', 'http://adlnet.gov/expapi/activities/module'],
  survey: [
    'http://id.tincanapi.com/activitytype/survey',
    'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/feedback',
  ],
  video: ['https://w3id.org/xapi/video/activity-type/video', 'http://activitystrea.ms/schema/1.0/video'],
  virtual_classroom: ['https://w3id.org/xapi/virtual-classroom/activity-types/virtual-classroom'],
  wiki: [
    'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/wiki',
    'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/wiki-page',
  ],
} as const satisfies Record<string, readonly string[]>;

export type ObjectWord = keyof typeof objectIris;

const wordOfIri = new Map<string, ObjectWord>(
  (Object.keys(objectIris) as ObjectWord[]).flatMap((word) => objectIris[word].map((iri) => [iri, word] as const)),
);

export function objectWord(iri: string | undefined): ObjectWord | undefined {
  return iri === undefined ? undefined : wordOfIri.get(iri);
}

/** What activity records call the thing. `forum`, `live` and `group` are read by indicators; the rest is for people. */
const recordWords: Partial<Record<ObjectWord, string>> = {
  chat_message: 'message',
  discussion: 'forum',
  event: 'live',
  face_to_face: 'live',
  forum_post: 'forum',
  meeting: 'live',
  virtual_classroom: 'live',
};

/** The word for an activity type; of one nobody has told us about, the last part of its IRI. */
export function recordWord(iri: string | undefined): string | undefined {
  const word = objectWord(iri);
  if (word !== undefined) return recordWords[word] ?? word;
  return iri?.split(/[/#]/).findLast((part) => part !== '');
}
