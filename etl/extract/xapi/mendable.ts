const structure = new Set(
  'id actor objectType mbox mbox_sha1sum openid account homePage member verb object definition type result completion duration context contextActivities parent grouping category instructor registration timestamp stored'.split(
    ' ',
  ),
);
const devices = /ip-address|user-agent|mac_addr/i;

/**
 * A refused statement as a steward may see, mend and load it again. Only its structure is kept: titles, descriptions,
 * responses and unknown fields may hold what a person wrote, extensions which device they used.
 */
export function mendable(value: unknown): string {
  return JSON.stringify(kept(value, ''));
}

function kept(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((each) => kept(each, key));
  if (!isObject(value)) return value;
  if (key === 'extensions') return facts(value);
  const named = 'homePage' in value || 'mbox' in value || 'account' in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => structure.has(name) || name === 'extensions' || (name === 'name' && named))
      .filter(
        ([name, inner]) => isObject(inner) || !['actor', 'object', 'definition', 'result', 'context'].includes(name),
      )
      .map(([name, inner]) => [name, kept(inner, name)]),
  );
}

/** Of extensions, numbers, times and ids: nothing with a space in it. */
function facts(extensions: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(extensions).filter(([name]) => !devices.test(name));
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      if (isObject(value)) return [[name, facts(value)]];
      return typeof value === 'string' && /\s/.test(value) ? [] : [[name, value]];
    }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
