import type { Phrases } from '../../phrase.ts';

/** How the number of one learner is read, by its English; `{x}` is the value. */
export const readings: Phrases = {
  'Was here on {x} of 14 days.': 'War an {x} von 14 Tagen da.',
  'Came to {x} of the reachable sessions.': 'Kam zu {x} der erreichbaren Sitzungen.',
  'Attendance has changed by {x} of the sessions.': 'Die Anwesenheit hat sich um {x} der Sitzungen verändert.',
  'Lies on {x} of the shortest ways between others.': 'Liegt auf {x} der kürzesten Wege zwischen anderen.',
  'Met {x} classmates in small rooms.': 'Hat in kleinen Räumen {x} andere Lernende getroffen.',
  'Joined a small room in {x} of the sessions that had one.':
    'War in {x} der Sitzungen mit kleinen Räumen in einem davon.',
  'Was in {x} small rooms.': 'War in {x} kleinen Räumen.',
  'Position in the network: {x}.': 'Platz im Netz: {x}.',
  'Time spent together counts like {x} replies.': 'Gemeinsame Zeit zählt wie {x} Antworten.',
  '{x} of the contact goes beyond the own group.': '{x} des Kontakts reicht über die eigene Gruppe hinaus.',
  'First contact after {x} days.': 'Erster Kontakt nach {x} Tagen.',
  '{x} of the earlier presence is missing.': '{x} der früheren Anwesenheit fehlt.',
  'Has exchanged posts with {x} people.': 'Hat mit {x} Personen Beiträge gewechselt.',
  'Real contact with about {x} classmates.': 'Wirklicher Kontakt mit ungefähr {x} anderen Lernenden.',
  'Constraint {x}: high where all contacts know each other.':
    'Enge des Kreises {x}: hoch, wo sich alle Kontakte untereinander kennen.',
  'Connected to well-connected people: {x}.': 'In Kontakt mit Menschen, die viele Kontakte haben: {x}.',
  'Got feedback from classmates {x} times in four weeks.':
    'Bekam in vier Wochen {x}-mal Rückmeldung von anderen Lernenden.',
  'First post: {x}.': 'Erster Beitrag: {x}.',
  'Reads along on {x} days.': 'Liest an {x} Tagen mit.',
  'Does {x} of an equal share in the group.': 'Trägt {x} eines gleichen Anteils an der Gruppenarbeit.',
  'Closeness to the class: {x}.': 'Nähe zu den anderen im Kurs: {x}.',
  '{x} classmates have turned to them in six weeks.':
    '{x} andere Lernende haben sich in sechs Wochen an die Person gewandt.',
  'Part of a group where everyone knows at least {x} others.':
    'Gehört zu einem Kreis, in dem alle mindestens {x} andere kennen.',
  '{x} of the pairs around them talk to each other.': '{x} der Paare im Umfeld reden miteinander.',
  'Met the mentor {x} times.': 'Hat die Mentorin oder den Mentor {x}-mal getroffen.',
  'Receives {x} of the attention in the class.': 'Bekommt {x} der Aufmerksamkeit im Kurs.',
  '{x} of the contact is with one person.': '{x} des Kontakts gilt einer einzigen Person.',
  '{x} of the posts got an answer from a classmate, read together with two average ones.':
    '{x} der Beiträge bekamen eine Antwort von anderen Lernenden, gelesen zusammen mit zwei durchschnittlichen.',
  'Gave {x} of the assigned feedback.': 'Hat {x} der zugeteilten Rückmeldungen gegeben.',
  'Told us: {x} of 5 on feeling part of this course.': 'Hat uns gesagt: {x} von 5 beim Gefühl, zum Kurs zu gehören.',
  'Last seen {x} days ago.': 'Zuletzt vor {x} Tagen gesehen.',
  '{x} of these exchanges go both ways.': '{x} dieser Kontakte gehen in beide Richtungen.',
  '{x} of those they addressed came back.': '{x} der Angesprochenen haben geantwortet.',
  'Rhythm {x}: 1 is always the same hours (no judgement).':
    'Rhythmus {x}: 1 heißt immer dieselben Stunden (kein Urteil).',
  'Wrote {x} replies in four weeks.': 'Hat in vier Wochen {x} Antworten geschrieben.',
  'Got {x} replies in four weeks.': 'Bekam in vier Wochen {x} Antworten.',
  '{x} of the activity involves others.': '{x} der Aktivität geschieht mit anderen.',
  '{x} of the replies come from staff.': '{x} der Antworten kommen von Lehrenden.',
  'Classmates gave the equivalent of {x} replies lately.':
    'Von anderen Lernenden kamen zuletzt so viel wie {x} Antworten.',
  'Lost {x} contacts.': 'Hat {x} Kontakte verloren.',
  'Gained {x} contacts.': 'Hat {x} Kontakte gewonnen.',
  'Answers come after about {x} hours.': 'Antworten kommen nach ungefähr {x} Stunden.',
  '{x} of the posts got no answer from anyone.': '{x} der Beiträge bekamen von niemandem eine Antwort.',
  '{x} posts in a row are still waiting for anyone.': '{x} Beiträge in Folge warten noch auf irgendeine Antwort.',
  'Has written to classmates the equivalent of {x} replies.':
    'Hat anderen Lernenden so viel wie {x} Antworten geschrieben.',
};
