import { archetypes } from './archetypes.ts';
import type { Calendar } from './calendar.ts';
import { changed } from './changed.ts';
import { type CourseTitle, programmes } from './catalogue.ts';
import type { Course, Kind } from './course.ts';
import { type Learner, type Person, peopleMaker } from './people.ts';
import { type Random, randomOf } from './random.ts';
import type { Scenario } from './scenario.ts';
import { seated } from './seating.ts';

export interface University {
  readonly calendar: Calendar;
  readonly learners: readonly Learner[];
  readonly courses: readonly Course[];
}

const usualStudents = 900;

export function universityOf(scenario: Scenario, calendar: Calendar): University {
  const { seed, courses: courseCount, classSize, students = usualStudents } = scenario;
  const random = randomOf(seed, 'people');
  const titles = courseTitles(courseCount);
  const make = peopleMaker(random);
  const count = classSize === undefined ? students : classSize * courseCount;
  const offered = [...new Set(titles.map(({ programme }) => programme))];
  const learners = Array.from({ length: count }, (_, at) => {
    const programme = classSize === undefined ? offered[at % offered.length]! : titles[at % titles.length]!.programme;
    return learnerOf(make('learner'), programme, scenario, random);
  });
  const takes = classSize === undefined ? enrolled(learners, titles, scenario, random) : dealt(learners, titles);
  const pool = Array.from({ length: Math.ceil(titles.length * 1.5) }, () => make('staff'));
  const kinds = archetypes.map((kind): Kind => changed<Kind>(kind, scenario.archetypes[kind.id]));
  const courses = titles.map((title, at): Course => {
    const own = randomOf(seed, 'seats', title.code);
    // Two neighbours of a row that is shorter than twice the courses: some teach two courses, none twice in one.
    const staff = [0, 1].map((second) => pool[(at * 2 + second) % pool.length]!);
    const session = { day: at % 5, minute: 60 * own.pick(scenario.sessionHours) };
    const plant = scenario.plants[at % scenario.plants.length]!;
    const platform = scenario.platforms[at % scenario.platforms.length]!;
    const seats = seated(own, takes.get(title.code) ?? [], calendar.weeks, kinds, plant);
    return { ...title, plant, platform, staff, session, ...seats };
  });
  return { calendar, learners, courses };
}

type Title = CourseTitle & { readonly programme: string };

/** The programmes take turns; beyond the catalogue the same courses come again, as section B, C and so on. */
function courseTitles(count: number): Title[] {
  return Array.from({ length: count }, (_, at) => {
    const { id, courses } = programmes[at % programmes.length]!;
    const place = Math.floor(at / programmes.length);
    const course = courses[place % courses.length]!;
    const suffix = lettersOf(Math.floor(place / courses.length));
    return { ...course, code: course.code + suffix, title: `${course.title} ${suffix}`.trim(), programme: id };
  });
}

/** '' for the first, then B … Z, AA and so on. */
function lettersOf(section: number): string {
  if (section === 0) return '';
  let letters = '';
  for (let left = section; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  return letters;
}

function learnerOf(
  person: Person,
  programme: string,
  { hidden: hiddenShare, regions }: Scenario,
  random: Random,
): Learner {
  const hidden = random.chance(hiddenShare);
  const unmatched = hidden && random.chance(0.5);
  const shownEmail = unmatched ? `${person.givenName[0]!.toLowerCase()}${person.moodleId}@mail.example` : person.email;
  const { id: region, timezone } = random.pick(regions);
  return { ...person, programme, region, timezone, unmatched, optedOut: hidden && !unmatched, shownEmail };
}

/** Courses differ in size by a factor of up to four, as courses do. */
function enrolled(
  learners: readonly Learner[],
  titles: readonly Title[],
  { secondCourse }: Scenario,
  random: Random,
): Map<string, Learner[]> {
  const size = new Map(titles.map(({ code }) => [code, random.between(0.35, 1.4)]));
  const takes = new Map(titles.map(({ code }) => [code, [] as Learner[]]));
  for (const learner of learners) {
    const offered = titles.filter(({ programme }) => programme === learner.programme).map(({ code }) => code);
    const wanted = random.chance(secondCourse) ? 2 : 1;
    for (let taken = 0; taken < wanted && offered.length > 0; taken++) {
      const choice = random.weighted(offered.map((code) => size.get(code)!));
      takes.get(offered.splice(choice, 1)[0]!)!.push(learner);
    }
  }
  return takes;
}

/** One course each, all of the same size: the learners stand in the order of the courses, again and again. */
function dealt(learners: readonly Learner[], titles: readonly Title[]): Map<string, Learner[]> {
  const of = (place: number) => learners.filter((_, at) => at % titles.length === place);
  return new Map(titles.map(({ code }, place) => [code, of(place)]));
}
