import type { z } from 'zod';
import type { CourseWeek } from '../contract/course.ts';
import type { Definition } from '../contract/definitions.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { Health } from '../contract/health.ts';
import type { Hidden, Reason } from '../contract/learner.ts';
import type { getNetwork } from '../contract/network.ts';
import type { Source, Visibility } from '../contract/values.ts';

type Words<Shape> = Shape & { readonly sentence: string };
type ReasonNumbers = Pick<z.output<typeof Reason>, 'component' | 'params' | 'usualValue' | 'usualBasis'>;

/** How the API says what it knows by numbers and codes, in one language. */
export interface Speech {
  /** A part of a problem: title, detail or next step. */
  error(english: string): string;
  /** A fixed sentence of the timeline, of evidence, of why somebody may see something, or of what is kept how long. */
  happening(english: string): string;
  /** What a load says of itself; what its connector says of a file stays as it is. */
  load(english: string): string;
  /** What a code of a refused row means, and what to do; undefined: as its message has it. */
  refusal(code: string): { readonly means: string; readonly next: string } | undefined;
  reason(reason: Words<ReasonNumbers>): string;
  change(change: Words<Pick<ReasonNumbers, 'component' | 'params'>>): string;
  hidden(hidden: Words<Pick<z.output<typeof Hidden>, 'component' | 'sources'>>): string;
  visibility(source: z.output<typeof Source>, visibility: z.output<typeof Visibility>, english: string): string;
  /** Title and sentence of a number of a course; undefined: as the registry has them. */
  measure(id: string): { readonly title: string; readonly sentence: string; readonly minimum: string } | undefined;
  /** An entry of the methods page; formulas, units and citations stay as they are. */
  method(entry: z.output<typeof Definition>): z.output<typeof Definition>;
  health(health: z.output<typeof Health>): z.output<typeof Health>;
  courseWeek(week: z.output<typeof CourseWeek>): z.output<typeof CourseWeek>;
  network(picture: ResponseOf<typeof getNetwork>): ResponseOf<typeof getNetwork>;
}
