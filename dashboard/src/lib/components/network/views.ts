/** The ways to look at a network, as they stand in the address. */
export const views = ['picture', 'table', 'matrix'] as const;

export type View = (typeof views)[number];
