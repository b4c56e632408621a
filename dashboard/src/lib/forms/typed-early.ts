export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Of fields that a reader was quicker with than the page: what the server wrote into them. */
const writtenBefore = new WeakMap<Field, string>();

/** What a field held before anybody typed, where the page was not awake for it; undefined: it holds it still. */
export const heldBefore = (field: Field): string | undefined => writtenBefore.get(field);

/** What is in a field, in one string: ticks and choices too. */
export function stateOf(field: Field): string {
  if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type)) return String(field.checked);
  return field.value;
}

/** What the server wrote into it. */
function writtenIn(field: Field): string {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? '';
  }
  if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type)) return String(field.defaultChecked);
  return field.defaultValue;
}

function giveBack(field: Field, state: string): void {
  if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type)) field.checked = state === 'true';
  else field.value = state;
  // Whoever listens has not heard of it: the page was asleep when it was typed.
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
}

/**
 * Remembers what a reader typed, ticked or chose before the page woke. Waking sets each field to what the server knows
 * (`value={…}`, `checked={…}`), which would take their words away; call it before that, and what it returns after.
 */
export function typedEarly(): () => void {
  const typed = [...document.querySelectorAll<Field>('input, textarea, select')]
    .filter((field) => !(field instanceof HTMLInputElement && /^(?:hidden|file)$/.test(field.type)))
    .filter((field) => stateOf(field) !== writtenIn(field))
    .map((field) => ({ field, state: stateOf(field) }));
  for (const { field } of typed) writtenBefore.set(field, writtenIn(field));
  return () => {
    for (const { field, state } of typed) if (stateOf(field) !== state) giveBack(field, state);
  };
}
