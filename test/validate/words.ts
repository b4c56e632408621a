/** What others found on tasks of this kind, and what was measured with the method before this code was written. */
export const anchors = `| task, data | result | source |
| --- | --- | --- |
| stop-out next week, 6.002x edX | AUC generally 0.88, from week 1 to the end 0.7 | Taylor 2014 |
| dropout, 40 HarvardX MOOCs | AUC 0.902 same course, 0.873 with proxy labels in situ | Whitehill 2017 |
| KDD Cup 2015, ten days without record | AUC about 0.907 | winner |
| OULAD next-week withdrawal, prevalence 1.2 % | AUC 0.80 to 0.84, precision 0.28 at recall 0.20 | student project, not reviewed |
| OULAD, no activity in 14 days, 22 presentations | presence signal AUC 0.847 of all, 0.758 of the still active; recency 0.819 and 0.705 | measured |
| DLT1, no post in 14 days | score 0.801 of all, 0.700 of the still active; recency 0.808 and 0.675 | measured |
| planted truth, prototype of the score | AUC 0.968, macro-recall 0.83, precision of alerts 0.87 at 4.3 per 100 | measured |

Same-course training flatters: out of time it is less. An area without its population says nothing, so both are always given.`;

export const claims = `- **Not that it foretells dropout better than counting days.** For going quiet or withdrawing, recency and activity alone do as well, and the
  tables say so. Kith sees who is unconnected while still there, which counting days does not.
- **Not that planted figures hold in life.** The weights were looked at on a simulator of this kind. People there have one nature for a term.
- **Not that a low score means belonging.** No data set here has a label of felt belonging; that link is argued from literature.
- **Not that a list helps anybody.** A programme with 1,868 flagged learners showed no effect; what helps is what somebody then does.
- **Not that no group is treated worse.** The checks need groups of 30 and an agreed attribute; smaller groups are shown with wide intervals or not at all.
- **Not a probability.** A score of 60 is not a chance of 60 %. Calibration needs two past presentations and 50 events, and would stand beside the score.`;

export const nightly = `What is left of the bias: the prototype had 0.10 abroad and 0.07 elsewhere at 30 points, 0.03 and 0.015 at 45, where those abroad are compared among
themselves and nobody is asked to come at night; 0.19 and 0.07, 0.06 and 0.015 without. \`test/acceptance/night-sessions.test.ts\` holds what that takes away. Whoever meets nobody live has fewer ties, so
the rest cannot be taken away by comparing: a course whose fairness page shows an alarm needs other hours.`;
