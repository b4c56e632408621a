/** Whether evidence is on its way: the dialog opens at once and says so. */
export const evidenceDialog = $state({ loading: false });
