/** How a step is taken back. */
export type UndoStep =
  | { readonly contacts: readonly { readonly courseId: number; readonly contactId: number }[] }
  | { readonly courseId: number; readonly stepId: number };

/** What a form of the page has done. */
export interface Did {
  readonly what: 'logged' | 'snoozed' | 'dismissed' | 'noted' | 'undone';
  /** Of whom; empty where `many` says how many. */
  readonly names: string;
  readonly many?: number;
  readonly undo?: UndoStep | undefined;
}
