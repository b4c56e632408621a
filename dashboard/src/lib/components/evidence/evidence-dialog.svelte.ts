/** The address of the evidence that is on its way: the dialog opens at once and says so. Null: none is. */
export const evidenceDialog = $state<{ awaited: string | null }>({ awaited: null });
