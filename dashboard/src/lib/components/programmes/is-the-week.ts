/** Whether a fall looks like the week and not like a course: at least half of four courses or more fell together. */
export const isTheWeek = ({ fell, known }: { readonly fell: number; readonly known: number }): boolean =>
  known >= 4 && fell * 2 >= known;
