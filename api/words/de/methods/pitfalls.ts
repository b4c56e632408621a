import type { Phrases } from '../../phrase.ts';

/** What to beware of in a number, by its English. */
export const pitfalls: Phrases = {
  'Not a forecast of who leaves, and no judgement: contact outside what Kith sees is missing.':
    'Keine Vorhersage, wer geht, und kein Urteil: Kontakt außerhalb dessen, was Kith sieht, fehlt.',
  'It says who was there, not who talks to whom; its confidence is always low.':
    'Sagt, wer da war, nicht, wer mit wem spricht; immer mit geringer Sicherheit.',
  'A mean hides one broken part: read the weakest theme and indicator beside it.':
    'Ein Mittelwert verdeckt einen schwachen Teil: Lesen Sie das schwächste Thema und die schwächste Zahl daneben.',
  'Few by intent: who is not listed may still be unconnected.':
    'Mit Absicht wenige: Auch wer nicht auf der Liste steht, hat vielleicht keinen Anschluss.',
  'Contact outside what Kith sees is missing. Sitting in a plenary counts little, by design.':
    'Kontakt außerhalb dessen, was Kith sieht, fehlt. Im Plenum zu sitzen zählt mit Absicht wenig.',
  'Zero by construction for someone who never posts: read it beside "being answered".':
    'Bei allen, die nie schreiben, notwendig null: neben „Antwort bekommen“ lesen.',
  'A closing "thanks!" needs no answer.': 'Ein abschließendes „Danke!“ braucht keine Antwort.',
  'Those who read along often learn; mandatory posting inflates it.':
    'Wer mitliest, lernt oft auch; Pflichtbeiträge treiben die Zahl hoch.',
  'Bound to opportunity: work, care and time zones keep people away.':
    'Hängt an der Gelegenheit: Arbeit, Pflege und Zeitzonen halten Menschen fern.',
  'Finds only the absent, not those who are present and unanswered.':
    'Findet nur, wer fehlt, nicht, wer da ist und keine Antwort bekommt.',
  'Noisy, and moves together with "last seen": it weighs little.':
    'Schwankt stark und geht mit „zuletzt gesehen“ einher: wiegt wenig.',
  'Rarely present, and who answers is not chance.': 'Selten vorhanden, und wer antwortet, ist kein Zufall.',
  'Part of the presence signal only: it says who was there, not who talks to whom.':
    'Nur Teil des Zeichens der Anwesenheit: sagt, wer da war, nicht, wer mit wem spricht.',
  'A reading week lowers it for everyone.': 'Eine Lesewoche senkt sie bei allen.',
  'A log of one platform sees one platform.': 'Das Protokoll einer Plattform sieht nur diese Plattform.',
  'Some openers ask for nothing.': 'Manche ersten Beiträge fragen nichts.',
  'A post in the forum counts as catching up.': 'Ein Beitrag im Forum zählt als Nachholen.',
  'Sessions outside waking hours are already taken out: what is left is choice or circumstance.':
    'Sitzungen zur Schlafenszeit sind schon herausgenommen: Was bleibt, ist Wahl oder Umstand.',
  'Night sessions are taken out: see what was reachable.':
    'Sitzungen in der Nacht sind herausgenommen: Sehen Sie nach, was erreichbar war.',
  'Six sessions are few.': 'Sechs Sitzungen sind wenige.',
  'Those who answer are not those who do not.': 'Wer antwortet, ist nicht wie die, die es nicht tun.',
  'Unnamed answers of one person twice count twice, and the share stops at 1.':
    'Zwei Antworten einer Person ohne Namen zählen zweimal; der Anteil endet bei 1.',
  'Neither good nor bad for a learner.': 'Für eine Person weder gut noch schlecht.',
  'Leaving before the rooms open looks like a lost connection: check for rejoins.':
    'Wer vor dem Öffnen der Räume geht, sieht aus wie eine abgebrochene Verbindung: Achten Sie auf Rückkehr.',
  'Rises in sparse random networks too.': 'Steigt auch in dünnen zufälligen Netzen.',
  'Speaks only of those who can be seen: read it beside the coverage.':
    'Spricht nur von denen, die zu sehen sind: neben der Abdeckung lesen.',
  'A word for a picture; the roster state, not this, says who needs a hand.':
    'Ein Wort für ein Bild; wer Hilfe braucht, sagt der Stand in der Liste, nicht dies.',
  'Being there is not the same as talking.': 'Da sein ist nicht dasselbe wie reden.',
  'Forums that are closed to a group make it 0.': 'Foren, die nur einer Gruppe offen stehen, machen sie 0.',
  'Printed beside every index.': 'Steht neben jedem Index.',
  'Null until it comes: no number stands for never.': 'Leer, bis er kommt: Keine Zahl steht für nie.',
  'What the whole course lost is forgiven.': 'Was der ganze Kurs verloren hat, wird nicht angerechnet.',
  'Without staff: a class around its teacher looks empty here, not centralised.':
    'Ohne Lehrende: Ein Kurs rund um seine Lehrperson sieht hier leer aus, nicht auf eine Mitte bezogen.',
  'Falls with class size by nature: never compare classes by it.':
    'Sinkt von selbst mit der Größe des Kurses: nie Kurse damit vergleichen.',
  'Grows with time unless it is windowed, as here.':
    'Wächst mit der Zeit, wenn kein Zeitfenster gilt; hier gilt eines.',
  'Length is not health.': 'Länge ist nicht Güte.',
  'Time in a plenary alone must stay small, and does: an hour in it adds half a peer.':
    'Zeit im Plenum allein muss klein bleiben und bleibt es: Eine Stunde zählt wie eine halbe Person.',
  'A single contact gives 1.': 'Ein einziger Kontakt ergibt 1.',
  'Only inside the largest network; elsewhere it is not defined.':
    'Nur im größten Teil des Netzes; sonst nicht bestimmt.',
  'High in the first two weeks everywhere. Of one network: two teachers share the middle and look less central.':
    'In den ersten zwei Wochen überall hoch. Für ein Netz: Zwei Lehrende teilen sich die Mitte und wirken weniger zentral.',
  "Assigned feedback is nobody's choice.": 'Zugeteilte Rückmeldungen hat niemand gewählt.',
  'A post of less than a week is waiting, not unanswered.':
    'Ein Beitrag, der keine Woche alt ist, wartet noch; unbeantwortet ist er nicht.',
  'Mail notifications are read without opening the forum.':
    'Benachrichtigungen per E-Mail werden gelesen, ohne das Forum zu öffnen.',
  'One bridge between two camps counts them as one.': 'Eine einzige Brücke macht aus zwei Lagern eines.',
  'Work in a tool Kith does not see counts nowhere.': 'Arbeit in einem Werkzeug, das Kith nicht sieht, zählt nirgends.',
  'Work in a tool Kith does not see counts nowhere. Of several groups, the one with the smallest part is shown.':
    'Arbeit in einem Werkzeug, das Kith nicht sieht, zählt nirgends. Von mehreren Gruppen wird die mit dem kleinsten Anteil gezeigt.',
  'Closeness replicates poorly: shown, never scored.':
    'Nähe lässt sich schlecht wiederholen: gezeigt, nie im Wert verrechnet.',
  '0 by construction for someone who never posts: read it beside the posts.':
    'Bei allen, die nie schreiben, notwendig 0: neben den Beiträgen lesen.',
  'Only as good as the labels of the spaces.': 'Nur so gut wie die Bezeichnungen der Räume.',
  'People may be in touch where Kith cannot see.': 'Menschen sind vielleicht dort in Kontakt, wo Kith nichts sieht.',
  'Mutual ties count once, on the undirected projection.': 'Gegenseitiger Kontakt zählt einmal, ohne Richtung.',
  'In small classes one person is the busiest five percent.':
    'In kleinen Kursen sind die fleißigsten fünf Prozent eine einzige Person.',
  'With two contacts it is all or nothing.': 'Bei zwei Kontakten heißt es ganz oder gar nicht.',
  'There is no single reason for reading along.': 'Mitlesen hat nicht nur einen Grund.',
  'Groups overlap: one person may be in many.': 'Kreise überschneiden sich: Eine Person ist vielleicht in vielen.',
  'Compares classes where density cannot.': 'Vergleicht Kurse, wo die Dichte es nicht kann.',
  'Posts without an answer are censored at two weeks, not dropped.':
    'Beiträge ohne Antwort zählen bis zwei Wochen mit und fallen nicht weg.',
  'Only what is logged.': 'Nur, was notiert wurde.',
  'Only aggregates: nobody is scored by where they live.': 'Nur Summen: Niemand bekommt einen Wert nach dem Wohnort.',
  'After the first weeks there are few newcomers.': 'Nach den ersten Wochen kommen wenige neu dazu.',
  'An association with being answered, not a proof.': 'Ein Zusammenhang mit Antworten, kein Beweis.',
  'Sums to 1 over the class, so only ranks compare.':
    'Ergibt über den ganzen Kurs 1; vergleichen lässt sich nur die Reihenfolge.',
  'Over posters only it would hide those who read along.':
    'Nur über Schreibende gerechnet, verdeckte die Zahl alle, die mitlesen.',
  'A good working pair looks the same.': 'Zwei, die gut zusammenarbeiten, sehen genauso aus.',
  'A closing "thanks" needs no answer. Few posts say little, hence the two average ones.':
    'Ein abschließendes „Danke“ braucht keine Antwort. Wenige Beiträge sagen wenig, daher die zwei durchschnittlichen.',
  'Given late still counts as given.': 'Spät gegeben zählt auch.',
  'Thank them; do not load them.': 'Danken Sie ihnen; laden Sie ihnen nichts auf.',
  'Answers are not missing at random.': 'Antworten fehlen nicht zufällig.',
  'Reactions without a name are not counted.': 'Reaktionen ohne Namen zählen nicht.',
  'A reading week makes everybody look away.': 'In einer Lesewoche sehen alle abwesend aus.',
  'Weak alone: most exchanges in large forums are one-way and fine.':
    'Allein schwach: In großen Foren geht das meiste in eine Richtung, und das ist gut so.',
  'A question that got one good answer is one-way and fine.':
    'Eine Frage mit einer guten Antwort geht in eine Richtung, und das ist gut so.',
  'One person addressed and one answer make 100 %.': 'Eine angesprochene Person und eine Antwort ergeben 100 %.',
  'Leaving early for another reason looks the same.': 'Wer aus anderem Grund früher geht, sieht genauso aus.',
  'Shift workers and carers are irregular: never in a score.':
    'Wer in Schichten arbeitet oder pflegt, ist unregelmäßig da: nie in einem Wert.',
  'Threads with much staff in them have fewer replies among learners.':
    'In Fäden mit vielen Lehrenden antworten sich Lernende seltener.',
  'A class of twenty loses one person.': 'Ein Kurs von zwanzig verliert eine Person.',
  'A holiday looks like leaving.': 'Ferien sehen aus wie Weggehen.',
  'Ten minutes in a session count as one action: a choice.':
    'Zehn Minuten in einer Sitzung zählen als eine Handlung: eine Festlegung.',
  'High everywhere in the first two weeks.': 'In den ersten zwei Wochen überall hoch.',
  'Low is only good while learners are answered.': 'Niedrig ist nur gut, solange Lernende Antwort bekommen.',
  'Feedback outside the platform is not seen.': 'Rückmeldungen außerhalb der Plattform sind nicht zu sehen.',
  'Hours of the clock, not of work. Posts that staff leave to the class are censored, not dropped.':
    'Stunden der Uhr, nicht der Arbeit. Beiträge, die Lehrende dem Kurs überlassen, zählen als wartend mit.',
  'Holidays are counted as work. Learners wait by the clock of the wall: see the other number.':
    'Feiertage zählen als Arbeitstage. Lernende warten nach der Uhr an der Wand: siehe die andere Zahl.',
  'Attention flows to the already strong: see the gap.':
    'Aufmerksamkeit fließt zu denen, die schon stark sind: siehe den Abstand.',
  'Few on one side make it jump.': 'Wenige auf einer Seite lassen die Zahl springen.',
  'More is not better.': 'Mehr ist nicht besser.',
  'Halves every two weeks: a silent fortnight halves it too.':
    'Halbiert sich alle zwei Wochen, auch durch zwei stille Wochen.',
  'A contact fades six weeks after its last trace, whatever happened elsewhere.':
    'Ein Kontakt vergeht sechs Wochen nach der letzten Spur, was immer anderswo geschah.',
  'In the time zone of the course.': 'In der Zeitzone des Kurses.',
  'Posts without an answer are censored, not dropped: dropping them makes long waits look short.':
    'Beiträge ohne Antwort zählen als wartend mit: Ohne sie sähe langes Warten kurz aus.',
  'Group work makes it high by itself.': 'Gruppenarbeit allein macht die Zahl hoch.',
  'Some posts ask for nothing.': 'Manche Beiträge fragen nichts.',
  'Mandatory posting inflates it.': 'Pflichtbeiträge treiben die Zahl hoch.',
  'Reading along is taking part too.': 'Mitlesen ist auch Teilnehmen.',
};
