import type { Formats } from '#lib/format/formats.ts';

/** Who may vouch for people: set up by an admin, seen by stewards. */
export const providers = (f: Formats) => ({
  title: 'Who may vouch for people',
  summary: (oidc: number, platforms: number) =>
    `${f.count(oidc, 'OpenID provider', 'OpenID providers')} and ${f.count(platforms, 'learning platform', 'learning platforms')}. Links and passwords always work.`,
  forAdmins: 'An admin adds and removes them: who adds one decides who is believed to be whom.',
  kinds: { oidc: 'OpenID provider', lti: 'learning platform' },
  issuer: 'Issuer',
  clientId: 'Client id',
  secret: 'Client secret',
  secretKept: 'Kept encrypted; nobody is shown it again.',
  secretNone: 'None.',
  deployments: 'Deployments',
  addresses: 'To be told there',
  rosters: 'Rosters it offered',
  rosterNone: 'No launch has offered a roster yet.',
  rosterNoToken: 'Without an address for tokens no roster can be fetched.',
  roster: (course: string, when: string | undefined) =>
    when === undefined ? `${course}: not fetched yet.` : `${course}: fetched ${when}.`,
  newSecret: 'New client secret',
  replace: 'Replace the secret',
  remove: 'Remove',
  removeMore: 'Nobody signs in by it any more. What it loaded stays.',
  addOidc: 'Add an OpenID provider',
  addLti: 'Add a learning platform (LTI 1.3)',
  name: 'What its button says',
  secretMore: 'As the provider gave it; empty if there is none.',
  trustsEmail: 'Its addresses count as verified, though its tokens do not say so',
  authorizeUrl: 'Where a launch is authorised',
  jwksUrl: 'Its key set',
  tokenUrl: 'Where tokens are given (for rosters)',
  tokenAudience: 'Audience of requests for tokens, where it is another',
  deploymentIds: 'Deployment ids, one a line',
  add: 'Add',
  added: 'Added.',
  none: 'Nobody yet. People sign in by links and passwords.',
});
