/** A number's entry of the methods page in German: what it is called and what it asks. */
export interface Method {
  /** Absent: as beside its sentence, in `measures`. */
  readonly title?: string;
  readonly question: string;
}

export const method = (title: string, asks: string): Method => ({ title, question: asks });
export const question = (asks: string): Method => ({ question: asks });
