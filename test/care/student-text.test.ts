import { describe, expect, test } from 'vitest';
import { filledIn } from '@kith/api/care/template.ts';
import { templates } from '@kith/api/care/templates.ts';
import { refusedWords, StudentSubject, StudentText } from '@kith/api/contract/student-text.ts';

describe('words of scores are not for a learner to read', () => {
  test.each([
    ['You are at risk of failing.', 'at risk'],
    ['You were marked at-risk.', 'at risk'],
    ['You look isolated in this course.', 'isolated'],
    ['ISOLATION is a topic here.', 'isolated'],
    ['The system flagged you.', 'flagged'],
    ['We noticed a red flag.', 'flagged'],
    ['I got an alert about you.', 'alert'],
    ['Your score is low.', 'score'],
    ['You may be unconnected here.', 'unconnected'],
    ['You post less than your classmates.', 'compared with others'],
    ['Kith tells me so.', 'Kith'],
    ['Sie sind gefährdet.', 'gefährdet'],
    ['Gehören Sie zu einer Risikogruppe?', 'Risiko'],
    ['Sie wirken isoliert.', 'isoliert'],
    ['Fühlen Sie sich einsam?', 'einsam'],
    ['Sie sind hier ohne Anschluss.', 'ohne Anschluss'],
    ['Das System hat Sie markiert.', 'markiert'],
    ['Ich bekam eine Warnung zu Ihnen.', 'Warnung'],
    ['Ihr Punktwert ist hoch.', 'Punktwert'],
    ['Ihr Isolationswert steigt.', 'isoliert'],
    ['Sie schreiben weniger als die anderen.', 'Vergleich mit anderen'],
    ['Sie sind abgehängt.', 'abgehängt'],
    ['Sie sind auffällig geworden.', 'auffällig'],
    ['Die Vorhersage sagt, dass Sie aufhören.', 'Vorhersage'],
  ])('%s', (text, word) => {
    expect(refusedWords(text)).toContain(word);
    expect(StudentText.safeParse(text).success).toBe(false);
  });

  test.each([
    'The flagship project starts on Monday.',
    'Can we highlight your post?',
    'The musical score is in the library.',
    'You asked a good question about risk in finance.',
    'Please be on the alertness trail at ten.',
    'Wir sprechen über Risikomanagement im Finanzwesen.',
    'Die Ausstellung ist in der Einsamkeitsallee 3.',
    'Markieren Sie im Text, was Ihnen gefällt.',
    'Der Mehrwert dieser Übung ist klar.',
    'Nicht weniger als drei Antworten warten auf Sie.',
  ])('an innocent sentence passes: %s', (text) => expect(refusedWords(text)).toEqual([]));

  test('the refusal names the words', () => {
    const { error } = StudentText.safeParse('You are at risk and isolated.');
    expect(error?.issues[0]?.message).toContain('“at risk”, “isolated”');
  });

  test('a subject is one line', () =>
    expect(StudentSubject.safeParse('Hello\nBcc: all@example.edu').success).toBe(false));
});

describe.each(Object.entries(templates))('in %s', (_language, own) => {
  test.each(Object.entries(own))('the template %s may be sent as it stands, and is whole when filled in', (_, text) => {
    const names = { name: 'Dee', course: 'Statistics', me: 'Tut' };
    expect(StudentSubject.safeParse(text.subject).success).toBe(true);
    expect(StudentText.safeParse(text.body).success).toBe(true);
    expect(filledIn(text.subject + text.body, names)).not.toMatch(/[{}]/);
  });
});
