/**
 * The page inside a frame of the learning platform: one button that begins again in a window of Kith's own. In a frame
 * browsers keep no cookies for another site, and a sign-in that is bound to no browser could be anybody's.
 */
export const ownWindow = (fields: Readonly<Record<string, string>>): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kith</title>
<p>Kith opens in a window of its own.</p>
<form method="post" action="/lti/login" target="_blank">
${Object.entries(fields)
  .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
  .join('\n')}
<button>Open Kith</button></form></html>`;

/** Only Kith and the platform may be posted to, and only the platform may show it. */
export const ownWindowPolicy = (authorizeUrl: string): string => {
  const { origin } = new URL(authorizeUrl);
  return `default-src 'none'; form-action 'self' ${origin}; frame-ancestors ${origin}`;
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`);
