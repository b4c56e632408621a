import type { RosterStateName } from '#lib/api/types.ts';

export const orders = ['state', 'name', 'quiet'] as const;

/** In the order in which they are decided. */
export const states = [
  'cannot_see',
  'no_opportunity',
  'never_started',
  'reading_only',
  'unanswered',
  'one_way',
  'connected',
] as const satisfies readonly RosterStateName[];

/** What of the strips the reader asked to see, as it stands in the address; whatever is no choice is none. */
export interface Chosen {
  readonly order?: (typeof orders)[number] | undefined;
  readonly state?: RosterStateName | undefined;
  readonly skip?: number | undefined;
}

export function chosenIn({ searchParams }: URL): Chosen {
  const skip = Number(searchParams.get('skip') ?? 0);
  return {
    order: orders.find((order) => order === searchParams.get('order')),
    state: states.find((state) => state === searchParams.get('roster')),
    skip: Number.isInteger(skip) && skip > 0 && skip <= 100_000 ? skip : undefined,
  };
}
