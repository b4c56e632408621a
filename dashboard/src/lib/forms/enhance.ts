import { enhance as submitHere, type SubmitFunction } from '$app/forms';
import { heldBefore, stateOf, type Field } from './typed-early.ts';

type Answered = Record<string, unknown> | undefined;
/** What is done before a form is sent, and what its answer is then given to. */
export type Submit = SubmitFunction<Answered, Answered>;

/**
 * SvelteKit's `enhance` for every form here, with two things more: what is under way is not sent a second time (two
 * presses are one message to a learner), and a form that was taken shows again what it began with. Svelte sets values
 * and no defaults, so to the browser every field began empty.
 */
export function enhance(form: HTMLFormElement, submit?: Submit) {
  let underWay = false;
  const begun = new Map<Field, string>();
  const touched = new Set<EventTarget | null>();
  form.addEventListener('input', ({ target }) => touched.add(target));
  for (const field of fieldsOf(form)) begun.set(field, heldBefore(field) ?? stateOf(field));
  return submitHere<Answered, Answered>(form, async (sending) => {
    if (underWay) {
      sending.cancel();
      return undefined;
    }
    underWay = true;
    const afterwards = await submit?.(sending);
    return async (answer) => {
      underWay = false;
      touched.clear();
      // Not sooner: Svelte takes the defaults away when it is idle.
      for (const [field, state] of begun) beginWith(field, state);
      await (afterwards === undefined ? answer.update() : afterwards(answer));
      // What is stored now, unless somebody is at the next already.
      if (answer.result.type !== 'success') return;
      for (const field of fieldsOf(form)) if (!touched.has(field)) begun.set(field, stateOf(field));
    };
  });
}

const fieldsOf = (form: HTMLFormElement): readonly Field[] =>
  [...form.querySelectorAll<Field>('input, select, textarea')].filter(({ type }) => !/^(?:hidden|file)$/.test(type));

function beginWith(field: Field, state: string): void {
  if (field instanceof HTMLSelectElement) {
    for (const option of field.options) option.defaultSelected = option.value === state;
  } else if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type)) {
    field.defaultChecked = state === 'true';
  } else field.defaultValue = state;
}
