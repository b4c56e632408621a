import type { Format } from './parameters.ts';

type Part = Readonly<Record<string, unknown>>;

/** A stored statement as it is asked for. `exact` hands on what is stored, unread. */
export function shownAs(format: Format, statement: string, languages: string | undefined): string {
  if (format === 'exact') return statement;
  const whole = JSON.parse(statement) as Part;
  return JSON.stringify(format === 'ids' ? withIdsOnly(whole) : inOneLanguage(whole, wishes(languages)));
}

/** Of agents, activities, verbs and groups only what identifies them. */
function withIdsOnly(statement: Part): Part {
  return mapped(statement, {
    actor: agentIds,
    authority: agentIds,
    verb: ({ id }) => ({ id }),
    object: objectIds,
    context: (context) =>
      mapped(context, {
        instructor: agentIds,
        team: agentIds,
        contextActivities: (kinds) =>
          Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [kind, (list as Part[]).map(activityIds)])),
      }),
  });
}

const activityIds = ({ objectType, id }: Part): Part => ({ ...(objectType !== undefined && { objectType }), id });

/** A group that nothing identifies is its members. */
function agentIds(agent: Part): Part {
  const { name: _, member, ...ids } = agent;
  const { objectType: __, ...identified } = ids;
  if (agent.objectType !== 'Group' || Object.keys(identified).length > 0) return ids;
  return { ...ids, member: (member as Part[]).map(agentIds) };
}

function objectIds(object: Part): Part {
  switch (object.objectType) {
    case 'Agent':
    case 'Group':
      return agentIds(object);
    case 'SubStatement':
      return withIdsOnly(object);
    case 'StatementRef':
      return object;
    default:
      return activityIds(object);
  }
}

/** One language a map: the first that is wished for and there, else the first that is there. */
function inOneLanguage(part: Part, wished: readonly string[]): Part {
  const one = (map: unknown): unknown => {
    const tags = Object.keys(map as Part);
    const tag =
      wished.map((wish) => tags.find((each) => fits(each, wish))).find((found) => found !== undefined) ?? tags[0];
    return tag === undefined ? map : { [tag]: (map as Part)[tag] };
  };
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => walk(each, key));
    if (typeof value !== 'object' || value === null || key === 'extensions') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, isMap(name, inner) ? one(inner) : walk(inner, name)]),
    );
  };
  return walk(part, '') as Part;
}

const isMap = (name: string, value: unknown): boolean =>
  ['display', 'name', 'description'].includes(name) && typeof value === 'object' && value !== null;

const fits = (tag: string, wish: string): boolean =>
  wish === '*' || tag.toLowerCase() === wish || tag.toLowerCase().startsWith(`${wish}-`);

/** Of `Accept-Language: de-AT, de;q=0.8, en;q=0.5`, best first. */
function wishes(header = ''): string[] {
  return header
    .split(',')
    .map((each) => {
      const [tag = '', ...rest] = each.trim().split(';');
      const quality = /q=([\d.]+)/.exec(rest.join())?.[1];
      return { tag: tag.trim().toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

function mapped(part: Part, changes: Readonly<Record<string, (inner: Part) => Part>>): Part {
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, changes[name] ? changes[name](value as Part) : value]),
  );
}
