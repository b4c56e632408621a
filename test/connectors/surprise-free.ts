/** Places of fixtures, as `variant/file .place`, by connector. */
type Places = Readonly<Record<string, RegExp>>;

/**
 * Below a member that is known and of which nothing is read, new names are not looked for: what it holds is not Kith's
 * business (settings, pictures, addresses), or is free by the standard (extensions). The member itself is known by name.
 */
export const notLookedAt: Places = {
  bigbluebutton: /\.(?:other|answers|pluginUserData|talk|metadata)$/,
  blackboard: /\.(?:duration|locale|address|paging|topic)$/,
  // A description of a thing is no event; of an application, a session and whose membership it is only the ids count.
  caliper: /\.(?:extensions|edApp|session|member)$|envelope\/input\.json \.data\[\]$/,
  canvas: /\.(?:submission_comments\[\]|entry_ratings)$/,
  discord: /\.(?:guild|dateRange|emoji|forwardedMessage)$|direct\/.*\.messages\[\]/,
  discourse: /badges\/.*\.users\[\]$|\.(?:owners\[\]|meta)$|private-message\/.*\.posts\[\]$/,
  ed: /\.tutorials$/,
  'google-classroom':
    /\.streamComments\[\]$|\.(?:individualStudentsOptions|assignmentSubmission|shortAnswerSubmission)$/,
  'lti-nrps': /\.message\[\]$/,
  'meeting-json': /\.actor$/,
  'microsoft-education': /\.term$/,
  moodle: /\.(?:urls|capabilities|html|ratinginfo|enrolledcourses\[\])$/,
  // Of what an event is about only the ids are read; answers to problems are nobody's business. `{"$date": …}` is a value.
  openedx:
    /mongo\/.*\.(?:_id|\w+_at|\$date|time|\w*_ids?(?:\[\])?)$|\.event\.(?:discussion|response|answer.*|answers)$/,
  slack: /D0123456789|dms\.json|\.(?:topic|purpose|blocks\[\]|root|icons|files\[\])$/,
  'teams-messages': /\.(?:conversation|eventDetail|application)$/,
  // Extensions and texts by language are free; a plan inside a statement is left out; Learning Locker's own row is no statement.
  xapi: /extensions|\.definition\.name$|array\/.*\.object\.(?:actor|verb|object)|learning-locker\/\S+ $|\.data$/,
  zulip: /\.(?:user|edit_history\[\]|display_recipient\[\]|zerver_usermessage\[\]|zerver_realm\[\])$/,
};

/** Words whose change changes the records, and that are no words of a list: ids, names, zones, texts, IRIs of anybody's making. */
export const notEnums: Places = {
  // Any emoji is a reaction but "none".
  bigbluebutton: /internal-user-id|\.user\.\*=w_|\.sender\.\*=w_|\.emoji=none/,
  caliper: /\.type=/,
  coursera: /peer_comment_text=NA/,
  mapping: /own\/input\.csv Da=/,
  'meeting-json': /participantSessions\[\]\.name=|\.parameters\[\]\.name=/,
  // An institution calls its kinds of events as it likes.
  'meeting-report': /EVENT_TYPE=|zoom-chat/,
  // Moodle and its plugins have hundreds of actions; one without a meaning is an activity of the kind "other".
  moodle: /standard_log\.csv action=/,
  oneroster: /sourcedId=/,
  openedx: /group_id=(?:NULL|None)/,
  oulad: /code_module=/,
  reddit: /parent_id=/,
  slack: /\.tz=/,
  // Only a plain yes opens an answer to staff; whatever else stands there leaves it anonymous.
  'survey-wide': / Q1=I feel| Q5=Yes/,
  xapi: /definition\.type=|\.duration=|\.object\.id=/,
  zulip: /\.timezone=/,
};
