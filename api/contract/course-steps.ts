import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Day, Id } from './values.ts';

/** Themes of community health: community, communication, comfort and support, immediacy, flexibility, access. */
export const Theme = z.enum(['VC', 'CO', 'EC', 'EI', 'CF', 'TA']);

export const Step = z.enum([
  'mix_groups',
  'answer_rota',
  'informal_space',
  'welcome_newcomers',
  'ask_the_class',
  'staff_presence',
  'another_hour',
  'recording_and_thread',
  'check_access',
  'own',
]);

export const CourseStep = z.object({
  stepId: z.number(),
  step: Step,
  theme: Theme,
  onDay: Day,
  by: z.string().nullable(),
  mine: z.boolean(),
  remark: z.string().nullable(),
  /** Course week it falls into, or the next closed one; null: before the first. */
  week: z.number().nullable(),
  /** Health index of the last week before it, and of the last closed week since. */
  before: z.number().nullable(),
  since: z.number().nullable(),
});

const OneCourse = z.object({ courseId: Id });

export const listCourseSteps = {
  method: 'GET',
  url: '/courses/:courseId/steps',
  summary:
    'What the course as a whole could try, by its weakest theme, and what was tried, with health before and since.',
  params: OneCourse,
  query: z.object({}),
  response: z.object({
    /** Null: health is withheld. */
    weakest: Theme.nullable(),
    proposed: z.array(z.object({ step: Step, theme: Theme, source: z.string() })),
    done: z.array(CourseStep),
  }),
} as const satisfies Endpoint;

export const noteCourseStep = {
  method: 'POST',
  url: '/courses/:courseId/steps',
  summary: 'Notes that something was tried with the course, and on which day.',
  params: OneCourse,
  query: z.object({}),
  body: z
    .object({
      step: Step,
      theme: Theme,
      onDay: Day,
      remark: z.string().trim().max(300).nullable().default(null),
    })
    .refine(({ step, remark }) => step !== 'own' || remark, 'says what was done'),
  response: z.object({ stepId: z.number() }),
} as const satisfies Endpoint;

export const withdrawCourseStep = {
  method: 'POST',
  url: '/courses/:courseId/steps/:stepId/withdraw',
  summary: 'Takes back a step the reader noted.',
  params: z.object({ courseId: Id, stepId: Id }),
  query: z.object({}),
  response: z.object({ done: z.literal(true) }),
} as const satisfies Endpoint;
