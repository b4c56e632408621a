import type { Template, Templates } from '../template.ts';

/** "Guten Tag" greets everybody: a name alone does not say whether "Liebe" or "Lieber" is right. */
const letter = (subject: string, ...paragraphs: readonly string[]): Template => ({
  subject,
  body: ['Guten Tag {name},', ...paragraphs, 'Herzliche Grüße\n{me}'].join('\n\n'),
});

export const templatesDe: Templates = {
  told_us: letter(
    'Danke, dass Sie es gesagt haben',
    'Danke, dass Sie gesagt haben, wie es Ihnen gerade mit {course} geht. Das ist viel wert, und ich möchte es besser verstehen.',
    'Hätten Sie diese Woche zehn Minuten, am Telefon oder online? Wenn Sie lieber schreiben, lese ich das genauso gern.',
  ),
  never_started: letter(
    'Kommen Sie in {course} hinein?',
    'Ich freue mich darauf, Sie in {course} dabeizuhaben. Vor allem anderen: Öffnet sich bei Ihnen alles, oder ist etwas im Weg?',
    'Wenn ein Link oder ein Passwort nicht geht, antworten Sie mit einer Zeile, und ich kümmere mich darum. Sie haben nichts verpasst, was sich nicht nachholen ließe.',
  ),
  gone_quiet: letter(
    'Ein Gruß aus {course}',
    'Ich habe Sie eine Weile nicht in {course} gesehen und wollte Hallo sagen. Sie müssen nichts erklären.',
    'Wenn es hilft, darüber zu sprechen, wo Sie am besten wieder einsteigen, sagen Sie mir, wann es Ihnen passt.',
  ),
  posts_unanswered: letter(
    'Ihr Beitrag in {course}',
    'Danke für das, was Sie in unserem Forum geschrieben haben. Ich habe es mit Interesse gelesen, und es tut mir leid, dass es ohne Antwort geblieben ist.',
    'Jetzt habe ich geantwortet und andere gebeten, sich zu beteiligen. Ich würde mich freuen, wenn Sie den Faden wieder aufnehmen.',
  ),
  staff_only: letter(
    'Eine Frage auch für die anderen?',
    'Ihre Fragen in {course} sind gut, und andere hätten etwas davon. Darf ich die nächste an alle weitergeben, mit Ihrem Namen oder ohne?',
    'Ich glaube, einige im Kurs hätten eine interessante Antwort.',
  ),
  one_partner: letter(
    'Die Gruppen mischen',
    'Ich stelle gerade die nächsten Gruppen in {course} zusammen und möchte sie ein wenig mischen.',
    'Gibt es jemanden, mit dem Sie gern arbeiten würden, oder lassen Sie sich lieber überraschen?',
  ),
  silent_observer: letter(
    'Eine Einladung',
    'In {course} haben wir einen Faden, in dem ein oder zwei Zeilen völlig genügen, und ich bin neugierig, was Sie dazu meinen.',
    'Wenn Sie lieber mitlesen, ist auch das in Ordnung.',
  ),
  outside_own_group: letter(
    'Wie läuft es in Ihrer Gruppe?',
    'Wie geht es Ihnen mit der Arbeit in Ihrer Gruppe in {course}? Wenn Zeiten oder Wege nicht passen, können wir sie ändern.',
    'Eine Zeile genügt.',
  ),
  band: letter(
    'Ein Gruß aus {course}',
    'Wie läuft {course} bisher für Sie? Ich versuche, mit allen einmal im Semester ein kurzes Wort zu wechseln.',
    'Wenn Sie mögen, nennen Sie mir eine Sache, die gut läuft, und eine, die ich ändern könnte. In einer kleinen Gruppe kommt man leichter mit anderen im Kurs ins Gespräch: Ich kann Ihnen eine vorschlagen.',
  ),
};
