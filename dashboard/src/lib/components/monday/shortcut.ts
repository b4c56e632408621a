export type Shortcut = 'next' | 'previous' | 'write' | 'log' | 'notNow' | 'case' | 'choose' | 'see' | 'undo' | 'help';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly target: EventTarget | null;
}

/** The letter of a shortcut; undefined while somebody writes into a field, or where the browser has the key. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, isComposing, target }: Pressed): string | undefined {
  if (ctrlKey || metaKey || altKey || isComposing) return undefined;
  if (target instanceof Element && target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select')) {
    return undefined;
  }
  return key;
}
