/** Key and secret of `Authorization: Basic …`, or of a bearer token that is `key.secret`. Undefined: neither. */
export function credentialIn(
  header: string | undefined,
): { readonly key: string; readonly secret: string } | undefined {
  const [, scheme, value] = /^(basic|bearer) +([\w+/=.~-]+)$/i.exec(header ?? '') ?? [];
  if (scheme === undefined || value === undefined) return undefined;
  const basic = scheme.toLowerCase() === 'basic';
  const text = basic ? Buffer.from(value, 'base64').toString('utf8') : value;
  const cut = text.indexOf(basic ? ':' : '.');
  return cut < 1 || text.includes('\0') ? undefined : { key: text.slice(0, cut), secret: text.slice(cut + 1) };
}
