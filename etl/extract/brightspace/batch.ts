import type { Context } from '../../connector.ts';

/** What the data sets of one load must know of each other. Filled before any record is given. */
export class Batch {
  readonly context: Context;
  readonly unitTypes = new Map<string, string>();
  readonly parents = new Map<string, string[]>();
  readonly roleNames = new Map<string, string>();
  readonly enrolled = new Set<string>();
  /** The day of the last entry about a member, and about an auditor and whom they follow. */
  readonly lastLog = new Map<string, string>();
  /** Topics, and whether somebody may post without their name there. */
  readonly allowsAnonymous = new Map<string, boolean>();
  /** Course of an attendance register, and what its symbols mean. */
  readonly registers = new Map<string, string>();
  readonly symbols = new Map<string, Symbol>();
  /** Earliest mark of an attendance session. */
  readonly marked = new Map<string, string>();
  readonly awards = new Map<
    string,
    { readonly kind: 'badge' | 'certificate' | undefined; readonly title: string | undefined }
  >();

  constructor(context: Context) {
    this.context = context;
  }

  /** The course a section or group belongs to; a course is its own. */
  courseOf(unit: string): string | undefined {
    if (!isPart(this.unitTypes.get(unit))) return unit;
    return this.parents.get(unit)?.find((parent) => !isPart(this.unitTypes.get(parent)));
  }

  isPart(unit: string): boolean {
    return isPart(this.unitTypes.get(unit));
  }

  latest(key: string, at: string): void {
    const known = this.lastLog.get(key);
    if (known === undefined || known < at) this.lastLog.set(key, at);
  }
}

export interface Symbol {
  readonly name: string;
  readonly percentage: number | undefined;
}

function isPart(type: string | undefined): boolean {
  return type === 'Section' || type === 'Group';
}
