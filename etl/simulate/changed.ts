/** A thing with some of its fields changed; what is undefined stays as it is. */
export function changed<T extends object>(base: T, change: { readonly [Key in keyof T]?: T[Key] | undefined } = {}): T {
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(said) };
}
