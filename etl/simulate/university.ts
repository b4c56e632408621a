import type { Calendar } from './calendar.ts';
import { type CourseTitle, programmes } from './catalogue.ts';
import { climates } from './climates.ts';
import type { Course } from './course.ts';
import { type Learner, type Person, peopleMaker } from './people.ts';
import { type Random, randomOf } from './random.ts';
import { seated } from './seating.ts';

export interface University {
  readonly calendar: Calendar;
  readonly learners: readonly Learner[];
  readonly courses: readonly Course[];
}

/** Share of the learners who take a second course of their programme. */
const secondCourse = 0.36;
const hiddenLearners = 0.02;
const regions = ['north', 'south', 'coast', 'abroad'];

export function universityOf(seed: number, students: number, courseCount: number, calendar: Calendar): University {
  const random = randomOf(seed, 'people');
  const titles = courseTitles(courseCount);
  const make = peopleMaker(random);
  const learners = Array.from({ length: students }, (_, at) => learnerOf(make('learner'), at, titles, random));
  const takes = enrolled(learners, titles, random);
  const pool = Array.from({ length: Math.ceil(titles.length * 1.5) }, () => make('staff'));
  const courses = titles.map((title, at): Course => {
    const own = randomOf(seed, 'seats', title.code);
    // Two neighbours of a row that is shorter than twice the courses: some teach two courses, none twice in one.
    const staff = [0, 1].map((second) => pool[(at * 2 + second) % pool.length]!);
    const session = { day: at % 5, minute: 9 * 60 + 60 * own.whole(0, 8) };
    const climate = climates[at % climates.length]!;
    return { ...title, climate, staff, session, ...seated(own, takes.get(title.code) ?? [], calendar.weeks) };
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
    const section = Math.floor(place / courses.length);
    const suffix = section === 0 ? '' : String.fromCharCode(65 + section);
    return { ...course, code: course.code + suffix, title: `${course.title} ${suffix}`.trim(), programme: id };
  });
}

function learnerOf(person: Person, at: number, titles: readonly Title[], random: Random): Learner {
  const offered = new Set(titles.map(({ programme }) => programme));
  const programme = [...offered][at % offered.size]!;
  const hidden = random.chance(hiddenLearners);
  const unmatched = hidden && random.chance(0.5);
  const shownEmail = unmatched ? `${person.givenName[0]!.toLowerCase()}${person.moodleId}@mail.example` : person.email;
  return { ...person, programme, region: random.pick(regions), unmatched, optedOut: hidden && !unmatched, shownEmail };
}

/** Courses differ in size by a factor of up to four, as courses do. */
function enrolled(learners: readonly Learner[], titles: readonly Title[], random: Random): Map<string, Learner[]> {
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
