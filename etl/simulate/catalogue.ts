/** What can be studied at the invented university. */
export interface ProgrammeTitle {
  readonly id: string;
  readonly title: string;
  readonly courses: readonly CourseTitle[];
}

export interface CourseTitle {
  readonly code: string;
  readonly title: string;
  readonly topics: readonly string[];
}

export const institution = { id: 'northlea', title: 'Northlea University', domain: 'northlea.example' };

export const programmes: readonly ProgrammeTitle[] = [
  {
    id: 'prog-env',
    title: 'BSc Environmental Science',
    courses: [
      {
        code: 'ENV101',
        title: 'Soils and Landscapes',
        topics: ['soil horizons', 'loess', 'erosion plots', 'clay minerals', 'the field day'],
      },
      {
        code: 'ENV120',
        title: 'Weather and Climate',
        topics: ['the heat budget', 'jet streams', 'proxy records', 'model ensembles', 'station data'],
      },
      {
        code: 'ENV210',
        title: 'River Ecology',
        topics: ['mayfly counts', 'flow gauges', 'riparian buffers', 'nutrient loads', 'the sampling kit'],
      },
      {
        code: 'ENV240',
        title: 'Environmental Policy',
        topics: [
          'impact assessment',
          'the nitrates directive',
          'cost-benefit tables',
          'consultation',
          'the case study',
        ],
      },
    ],
  },
  {
    id: 'prog-data',
    title: 'BSc Data and Society',
    courses: [
      {
        code: 'DAT101',
        title: 'Statistics for Everyone',
        topics: ['confidence intervals', 'the median', 'sampling bias', 'box plots', 'the practice quiz'],
      },
      {
        code: 'DAT130',
        title: 'Programming with Data',
        topics: ['joins', 'missing values', 'loops', 'tidy tables', 'the second worksheet'],
      },
      {
        code: 'DAT220',
        title: 'Ethics of Algorithms',
        topics: ['consent', 'fairness measures', 'the hiring case', 'audit trails', 'explanations'],
      },
      {
        code: 'DAT260',
        title: 'Maps and Networks',
        topics: ['projections', 'centrality', 'flow maps', 'choropleths', 'the commuting data'],
      },
    ],
  },
  {
    id: 'prog-health',
    title: 'BSc Public Health',
    courses: [
      {
        code: 'HEA101',
        title: 'Health and Place',
        topics: ['life tables', 'walkability', 'deprivation indices', 'the interview guide', 'access to care'],
      },
      {
        code: 'HEA140',
        title: 'Epidemiology',
        topics: ['odds ratios', 'cohort studies', 'confounding', 'the outbreak exercise', 'screening'],
      },
      {
        code: 'HEA230',
        title: 'Health Communication',
        topics: ['plain language', 'risk pictures', 'focus groups', 'the leaflet task', 'misinformation'],
      },
      {
        code: 'HEA270',
        title: 'Global Health Systems',
        topics: ['insurance models', 'primary care', 'migration of nurses', 'the country brief', 'vaccination'],
      },
    ],
  },
];
