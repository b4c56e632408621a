/** How a step is taken back. */
export type UndoStep =
  | { readonly contacts: readonly { readonly courseId: number; readonly contactId: number }[] }
  | { readonly courseId: number; readonly stepId: number }
  | { readonly courseId: number; readonly courseStepId: number }
  | { readonly courseId: number; readonly caseId: number; readonly way: 'withdraw' | 'reopen' };

type What =
  | 'logged'
  | 'snoozed'
  | 'dismissed'
  | 'noted'
  | 'undone'
  | 'opened'
  | 'handedOver'
  | 'planned'
  | 'taken'
  | 'closed'
  | 'answered'
  | 'written'
  | 'tried';

/** What a form of the page has done. */
export interface Did {
  readonly what: What;
  /** Of whom; empty where `many` says how many. */
  readonly names: string;
  readonly many?: number;
  readonly undo?: UndoStep | undefined;
}
