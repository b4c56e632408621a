import type { Phrases } from '../phrase.ts';

/** Timeline, evidence and why somebody may see something: what the API says of single learners in fixed sentences. */
const wrote: Phrases = {
  'Opened a thread.': 'Hat einen Faden eröffnet.',
  'Opened a thread, and deleted it.': 'Hat einen Faden eröffnet und gelöscht.',
  'Wrote a reply.': 'Hat eine Antwort geschrieben.',
  'Wrote a reply, and deleted it.': 'Hat eine Antwort geschrieben und gelöscht.',
  'A classmate answered.': 'Jemand aus dem Kurs hat geantwortet.',
  'Staff answered.': 'Jemand aus der Lehre hat geantwortet.',
  'Came to a session.': 'Kam zu einer Sitzung.',
  'Was excused from a session.': 'War für eine Sitzung entschuldigt.',
  'Watched the recording of a session.': 'Hat die Aufzeichnung einer Sitzung angesehen.',
  'Did not come to a session.': 'Kam nicht zu einer Sitzung.',
  'Reacted to a post.': 'Hat auf einen Beitrag reagiert.',
  'Gave feedback.': 'Hat Rückmeldung gegeben.',
  'Received feedback.': 'Hat Rückmeldung bekommen.',
  'Somebody wrote a note.': 'Jemand hat eine Notiz geschrieben.',
  'Somebody wrote a restricted note.': 'Jemand hat eine eingeschränkte Notiz geschrieben.',
  'Somebody wrote a private note.': 'Jemand hat eine private Notiz geschrieben.',
  'A case was opened.': 'Ein Fall wurde eröffnet.',
  'A case was opened and handed over to student support.': 'Ein Fall wurde eröffnet und der Studienberatung übergeben.',
  'A case was closed.': 'Ein Fall wurde abgeschlossen.',
  'Enrolled.': 'Wurde eingeschrieben.',
};

const reachedOut: Phrases = {
  'Somebody wrote a mail to them.': 'Jemand hat eine Mail geschrieben.',
  'Somebody wrote to them on the platform.': 'Jemand hat auf der Plattform geschrieben.',
  'Somebody answered them in the forum, to reach out.': 'Jemand hat im Forum geantwortet, um sich zu melden.',
  'Somebody called them.': 'Jemand hat angerufen.',
  'Somebody had a conversation with them.': 'Jemand hat ein Gespräch geführt.',
  'Somebody reached out to them.': 'Jemand hat sich gemeldet.',
};

const answered: Phrases = Object.fromEntries(
  Object.entries(reachedOut).map(([english, german]) => [`${english} They answered.`, `${german} Es kam Antwort.`]),
);

const evidence: Phrases = {
  'Not counted: the post was deleted.': 'Nicht gezählt: Der Beitrag wurde gelöscht.',
  'Not counted yet: less than two days old.': 'Noch nicht gezählt: weniger als zwei Tage alt.',
  'A classmate answered within a week.': 'Innerhalb einer Woche kam Antwort aus dem Kurs.',
  'No classmate answered; staff did.': 'Aus dem Kurs kam keine Antwort; aus der Lehre kam eine.',
  'No classmate answered within a week.': 'Innerhalb einer Woche kam keine Antwort aus dem Kurs.',
  'Wrote in the same thread, without answering each other; {} wrote there.':
    'Beide schrieben im selben Faden, ohne einander zu antworten; {} schrieben dort.',
  '{} hours among more than a hundred: counted per person, not per pair.':
    '{} Stunden unter mehr als hundert: gezählt je Person, nicht je Paar.',
  'Not counted: excused.': 'Nicht gezählt: entschuldigt.',
  'Did not come.': 'Kam nicht.',
  'Came.': 'War da.',
  'Came, for {} minutes.': 'War da, {} Minuten lang.',
  'Counts as not there: {} minutes, and it takes five.': 'Zählt als nicht da: {} Minuten, und fünf braucht es.',
  '1 trace on this day.': '1 Spur an diesem Tag.',
  '{} traces on this day.': '{} Spuren an diesem Tag.',
  'Not counted: contact with staff is no contact with a classmate.':
    'Nicht gezählt: Kontakt mit Lehrenden ist kein Kontakt mit anderen Lernenden.',
  'Not counted: older than six weeks.': 'Nicht gezählt: älter als sechs Wochen.',
  'Counted at half: the learner reached out.': 'Halb gezählt: Die Person hat sich selbst an andere gewandt.',
  'Counted.': 'Gezählt.',
  'The latest answer within 35 days counts.': 'Die letzte Antwort innerhalb von 35 Tagen zählt.',
  'Replaced by a later answer, or older than 35 days.': 'Durch eine spätere Antwort ersetzt, oder älter als 35 Tage.',
  'This adds nothing to the score.': 'Das trägt nichts zum Wert bei.',
};

const roles: Phrases = {
  instructor: 'Lehrperson',
  assistant: 'Assistenz',
  lead: 'Programmleitung',
  support: 'Studienberatung',
  researcher: 'Forschung',
};

/** "Sie können das sehen, weil …": with since when, until when, and without names, each there or not. */
const reasons: Phrases = {
  'you were granted access': 'Sie ein Recht dazu haben',
  'the roster says you are {} of this course since {}': 'Sie laut Teilnehmerliste {} dieses Kurses sind, seit {}',
  'the roster says you are {} of this course': 'Sie laut Teilnehmerliste {} dieses Kurses sind',
  ...Object.fromEntries(
    ['', ' since {}', ' until {}', ' since {} until {}'].flatMap((time) =>
      ['', ', without names'].flatMap((names) => {
        const end = (time + names)
          .replace(' since', ', seit')
          .replace(' until', ', bis')
          .replace('without names', 'ohne Namen');
        return [
          [`you were granted the role of {} here${time}${names}`, `Sie hier die Rolle {} haben${end}`],
          [
            `the role of {} here was passed on to you${time}${names}`,
            `die Rolle {} hier an Sie weitergegeben wurde${end}`,
          ],
        ];
      }),
    ),
  ),
  'course access': 'Zugang zum Kurs',
};

/** The longer patterns first: "since {} until {}" is looked for before "since {}". */
const longestFirst = (phrases: Phrases): Phrases =>
  Object.fromEntries(Object.entries(phrases).sort(([one], [other]) => other.length - one.length));

export const happenings: Phrases = longestFirst({
  ...wrote,
  ...reachedOut,
  ...answered,
  ...evidence,
  ...reasons,
  ...roles,
});
