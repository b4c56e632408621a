import { degreeSpread } from '../measures/degree-centralisation.ts';
import { defineIndicator } from '../indicator.ts';
import { hasTalk } from './reading/seen.ts';
import { networkWithStaff } from './reading/with-staff.ts';

export const facilitatorCentralisation = defineIndicator({
  of: 'course',
  id: 'facilitator_centralisation',
  title: 'Talk around the teacher',
  question: 'How much more does the talk run through few people once staff are counted?',
  unit: 'difference',
  range: [-1, 1],
  better: 'neither',
  needs: ['forum'],
  minimum: '8 learners, a roster, a forum and known staff',

  sentence: 'With staff, centralisation is {x} higher: the more, the more the teacher is the middle.',
  themes: ['VC', 'EI'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'C06',
  formula: 'Degree centralisation of the network with staff - the same without staff, 42 days.',
  source: 'Freeman (1979); SNAPP (facilitator-centric network)',
  pitfalls: [
    'High in the first two weeks everywhere.',
    'Of one network: two teachers share the middle and look less central.',
  ],
  version: 1,

  pool(snapshot) {
    if (!hasTalk(snapshot) || !snapshot.staffKnown || snapshot.people.length < 8) return null;
    const [all, own] = [degreeSpread(networkWithStaff(snapshot)), degreeSpread(snapshot.network)];
    return { allSpread: all.spread, allMost: all.most, spread: own.spread, most: own.most };
  },
  value: ({ allSpread = 0, allMost = 0, spread = 0, most = 0 }) =>
    allMost === 0 || most === 0 ? null : allSpread / allMost - spread / most,
});
