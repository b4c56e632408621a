-- A learner's week is stored without what is null and without what follows from the rest of it.
comment on column insight.learner_week.contributions is 'Points per component that could be seen; they sum to the score.';
comment on column insight.learner_week.signals is 'Own values, usual values and concerns as far as they are known, and with whom the learner was compared.';
comment on column insight.learner_week.indicators is 'Learner indicators by id: numbers or states; not there (in older weeks null) where the minimum is not met.';
comment on column insight.learner_week.reasons is 'Ordered reasons with their counts, what would change the score, and what cannot be seen. Own and usual value stand in the counts.';
