/**
 * The statements in one value of a file: the value itself, the `statements` of a saved LRS answer, or what a Learning
 * Locker dump wraps. One that the store holds as voided is left out.
 */
export function statementsIn(value: unknown): readonly unknown[] {
  if (!isObject(value)) return [value];
  if (Array.isArray(value.statements)) return (value.statements as unknown[]).flatMap(unwrapped);
  return unwrapped(value);
}

function unwrapped(value: unknown): readonly unknown[] {
  if (!isObject(value) || 'actor' in value || !isObject(value.statement)) return [value];
  return value.voided === true ? [] : [value.statement];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
