import { z } from 'zod';

import { archetypeIds } from './archetypes.ts';
import { changed } from './changed.ts';
import { Plant, plants } from './plants.ts';

const Share = z.number().min(0).max(1);
const Text = z.string().min(1);

/** Changes of one archetype; what is not named stays as §5.5 has it. */
const ArchetypeChange = z.strictObject({
  share: Share.optional(),
  postsPerWeek: z.number().min(0).max(50).optional(),
  attends: Share.optional(),
  activeDaysPerWeek: z.number().min(0).max(7).optional(),
  attraction: z.number().min(0).max(10).optional(),
  groupWork: Share.optional(),
  belonging: z.number().min(1).max(5).optional(),
});

const shippedPlant = z.enum(plants.map(({ id }) => id) as [string, ...string[]], {
  error: (issue) =>
    `There is no plant ${JSON.stringify(issue.input)}. There are: ${plants.map(({ id }) => id).join(', ')}`,
});
const PlantAsked = z.union([
  shippedPlant.transform((id) => plantNamed(id)),
  Plant.partial()
    .extend({ like: shippedPlant.default('healthy'), id: Plant.shape.id })
    .transform(({ like, ...own }): Plant => changed(plantNamed(like), own)),
]);

const plantNamed = (id: string): Plant => plants.find((plant) => plant.id === id)!;

const Region = z.strictObject({
  id: Text,
  /** IANA zone, where it is not the university's. */
  timezone: Text.refine(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone),
    'is not an IANA time zone',
  ).optional(),
});

/** What a simulated university is like: the shape of a scenario file (docs/simulator.md). */
export const Scenario = z
  .strictObject({
    title: Text.default('A university'),
    seed: z.int().min(0).default(1),
    weeks: z.int().min(1).max(52).default(12),
    /** IANA zone of the courses and of the clocks of zone-less reports. */
    timezone: Text.default('Europe/London'),
    /** Half of everything, and no session; null: none. */
    readingWeek: z.int().positive().nullable().default(8),
    courses: z.int().min(1).max(5_000).default(12),
    /** Learners of the university, who spread over the courses. */
    students: z.int().min(1).max(500_000).optional(),
    /** Or exactly so many learners in each course, every one of them in that course only. */
    classSize: z.int().min(1).max(5_000).optional(),
    /** Share of the learners who take a second course of their programme. */
    secondCourse: Share.default(0.36),
    /** Share of the learners whom no source can match or who opted out: no_data. */
    hidden: Share.default(0.02),
    regions: z
      .array(Region)
      .min(1)
      .default([{ id: 'north' }, { id: 'south' }, { id: 'coast' }, { id: 'abroad' }]),
    /** Hours of the day at which sessions begin, on the university's clock; each course has one of them. */
    sessionHours: z.array(z.int().min(0).max(23)).min(1).default([9, 10, 11, 12, 13, 14, 15, 16, 17]),
    /** Dealt to the courses in this order, and again from the first. */
    plants: z
      .array(PlantAsked)
      .min(1)
      .default([plantNamed('healthy')]),
    /** The systems of a course, dealt the same way. */
    platforms: z
      .array(z.strictObject({ forum: z.enum(['moodle', 'canvas']), meetings: z.enum(['teams', 'zoom']) }))
      .min(1)
      .default([{ forum: 'moodle', meetings: 'teams' }]),
    archetypes: z.partialRecord(z.enum(archetypeIds), ArchetypeChange).default({}),
    /** Every file stands in the plan twice, as where an export is loaded by two people. */
    importedTwice: z.boolean().default(false),
  })
  .refine(({ students, classSize }) => students === undefined || classSize === undefined, {
    message: 'says both how many there are in all and how many are in a class. Say one of them',
    path: ['students'],
  });

export type Scenario = Readonly<z.infer<typeof Scenario>>;
export type Platform = Scenario['platforms'][number];
