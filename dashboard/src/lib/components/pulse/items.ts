/** The four questions in the order in which they are asked. */
export const items = ['connected', 'mine', 'someone_to_ask', 'can_say'] as const;
