import { measure, type Measure } from '../measure.ts';

const pulse = '5 Antworten in 35 Tagen';
const teaching = 'bekannte Lehrende';

/** What people feel, and what those who teach do. */
export const people: Readonly<Record<string, Measure>> = {
  belonging_affiliation: measure(
    'Jemanden kennen, den man fragen kann',
    'Die Klasse bewertet, ob sie jemanden fragen könnte, mit {x} von 5.',
    pulse,
  ),
  belonging_connection: measure(
    'Sich verbunden fühlen',
    'Die Klasse bewertet, wie verbunden sie sich fühlt, mit {x} von 5.',
    pulse,
  ),
  belonging_mean: measure('Zugehörigkeit', 'Die Klasse bewertet ihre Zugehörigkeit mit {x} von 5.', pulse),
  belonging_ownership: measure(
    'Es ist auch unser Kurs',
    'Die Klasse bewertet, ob der Kurs auch ihrer ist, mit {x} von 5.',
    pulse,
  ),
  belonging_response_rate: measure(
    'Hat auf die Umfrage geantwortet',
    '{x} der Klasse haben geantwortet.',
    `${pulse} und eine Teilnehmerliste`,
  ),
  belonging_safety: measure(
    'Sich trauen, es zu sagen',
    'Die Klasse bewertet, ob man sagen kann, was man nicht versteht, mit {x} von 5.',
    pulse,
  ),
  staff_dependence: measure(
    'Abhängigkeit von Lehrenden',
    'Lehrende schreiben {x} der Antworten.',
    `10 Antworten in 28 Tagen und ${teaching}`,
  ),
  staff_feedback_share: measure(
    'Rückmeldung von Lehrenden',
    'Lehrende gaben {x} der Klasse persönliche Rückmeldung.',
    '8 Lernende, eine Teilnehmerliste und Rückmeldung von Lehrenden',
  ),
  staff_median_reply_h: measure(
    'Lehrende antworten nach',
    'Lehrende antworten nach etwa {x} Stunden.',
    `3 Antworten von Lehrenden in 28 Tagen und ${teaching}`,
  ),
  staff_median_reply_working_h: measure(
    'Lehrende antworten nach, in Arbeitsstunden',
    'Lehrende antworten nach etwa {x} Arbeitsstunden.',
    `3 Antworten von Lehrenden in 28 Tagen und ${teaching}`,
  ),
  staff_reach: measure(
    'Von Lehrenden erreicht',
    'Lehrende haben {x} derer geantwortet, die schreiben.',
    `8 Lernende, die schreiben, und ${teaching}`,
  ),
  staff_reach_gap: measure(
    'Lücke in der Reichweite der Lehrenden',
    'Lehrende erreichen die mit Kontakten um {x} öfter als die anderen.',
    `8 Lernende, die schreiben, 3 auf jeder Seite, ${teaching}`,
  ),
  staff_thread_presence: measure(
    'Lehrende in den Fäden',
    'Lehrende beteiligen sich an {x} der Fäden.',
    `5 Fäden mit einem Beitrag in 28 Tagen und ${teaching}`,
  ),
};
