import type { z } from 'zod';
import type { Step, Theme } from '../contract/course-steps.ts';

type ThemeName = z.output<typeof Theme>;

interface Proposal {
  readonly step: z.output<typeof Step>;
  readonly themes: readonly ThemeName[];
  /** Who found that it helps, or argues for it. */
  readonly source: string;
}

/** What the literature supports for a community that is weak in a theme; the most direct step first. */
const proposals: readonly Proposal[] = [
  {
    step: 'mix_groups',
    themes: ['VC'],
    source: 'Rovai (2002), Building sense of community at a distance, IRRODL 3(1)',
  },
  {
    step: 'answer_rota',
    themes: ['CO', 'EC'],
    source: 'Kraut & Resnick (2012), Building Successful Online Communities, ch. 5',
  },
  {
    step: 'ask_the_class',
    themes: ['CO', 'EI'],
    source: 'Mazzolini & Maddison (2007), Computers & Education 49(2)',
  },
  {
    step: 'informal_space',
    themes: ['EC', 'VC'],
    source: 'Rovai & Wighting (2005), Internet and Higher Education 8(2)',
  },
  {
    step: 'welcome_newcomers',
    themes: ['EC'],
    source: 'Joyce & Kraut (2006), Journal of Computer-Mediated Communication 11(3)',
  },
  {
    step: 'staff_presence',
    themes: ['EI'],
    source: 'Garrison, Anderson & Archer (1999), Internet and Higher Education 2(2–3)',
  },
  {
    step: 'another_hour',
    themes: ['CF'],
    source: 'Means, Bakia & Murphy (2014), Learning Online',
  },
  {
    step: 'recording_and_thread',
    themes: ['CF', 'TA'],
    source: 'Hrastinski (2008), EDUCAUSE Quarterly 31(4)',
  },
  {
    step: 'check_access',
    themes: ['TA'],
    source: 'Salmon (2011), E-moderating, stage 1: access and motivation',
  },
];

/** The steps for a theme; without one, the first step of every theme. */
export function stepsFor(weakest: ThemeName | null): { step: Proposal['step']; theme: ThemeName; source: string }[] {
  if (weakest !== null)
    return proposals
      .filter(({ themes }) => themes.includes(weakest))
      .map(({ step, source }) => ({ step, theme: weakest, source }));
  const firsts = new Map(proposals.toReversed().map((proposal) => [proposal.themes[0]!, proposal]));
  return [...firsts].reverse().map(([theme, { step, source }]) => ({ step, theme, source }));
}
