import type { Look, LookedParcel, ParcelChoices } from '#lib/api/types.ts';

/** The course for files that name none: a known one, a new one, or nothing said yet. */
export type CourseChoice = { readonly courseId: number } | { readonly newCourse: string } | undefined;

/** What the person has chosen so far, and what it comes to. */
export class Plan {
  look = $state.raw<Look>()!;
  course = $state.raw<CourseChoice>();
  choices = $state<Record<string, ParcelChoices>>({});
  taken = $state<Record<string, boolean>>({});
  /** Parcels that did not name their course when they were first looked at: the question stays when it is answered. */
  readonly #homeless: readonly string[];

  constructor(look: Look) {
    this.look = look;
    this.#homeless = look.parcels.filter(({ preview }) => preview.withoutCourse > 0).map(({ id }) => id);
    for (const parcel of look.parcels) {
      const same = look.sources.filter(({ connector }) => connector === parcel.connector);
      const [only] = same.length === 1 ? same : [];
      this.choices[parcel.id] = {
        source: only?.name ?? parcel.connector,
        timezone: only?.timezone ?? look.timezone,
      };
      this.taken[parcel.id] = true;
    }
  }

  asksForCourse(parcel: LookedParcel): boolean {
    return this.#homeless.includes(parcel.id) || parcel.preview.withoutCourse > 0;
  }

  get needsCourse(): boolean {
    return this.look.parcels.some((parcel) => this.asksForCourse(parcel));
  }

  /** Files of the parcel that can be read with these choices. */
  filesOf({ files, preview }: LookedParcel): string[] {
    const bad = preview.troubles.map(({ file }) => file);
    return files.map(({ name }) => name).filter((name) => !bad.includes(name));
  }

  isReady(parcel: LookedParcel): boolean {
    return this.filesOf(parcel).length > 0 && (!this.asksForCourse(parcel) || this.course !== undefined);
  }

  /** What the API is to look at again, or to load. */
  choicesOf(parcel: LookedParcel): ParcelChoices {
    return { ...this.choices[parcel.id], ...(this.asksForCourse(parcel) ? this.course : {}) };
  }

  get chosen(): LookedParcel[] {
    return this.look.parcels.filter((parcel) => this.taken[parcel.id] === true && this.isReady(parcel));
  }

  get fileCount(): number {
    return this.chosen.reduce((sum, parcel) => sum + this.filesOf(parcel).length, 0);
  }
}
