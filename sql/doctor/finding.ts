/** One thing that was looked at: a plain sentence, and, when it is not well, what to do. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  readonly fix?: string;
}

export const well = (what: string): Finding => ({ ok: true, what });

export const unwell = (what: string, fix: string): Finding => ({ ok: false, what, fix });

/** Runs one look; an error it throws is itself a finding. */
export async function look(subject: string, inspect: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await inspect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    return unwell(`${subject} could not be looked at.`, reason);
  }
}
