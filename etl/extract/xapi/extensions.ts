/**
 * An extension by its IRI. Learning Locker's database dumps write the dots of keys as `&46;`, because MongoDB once
 * forbade dots there.
 */
export function extension(extensions: Readonly<Record<string, unknown>> | undefined, iri: string): unknown {
  return extensions?.[iri] ?? extensions?.[iri.replaceAll('.', '&46;')];
}
