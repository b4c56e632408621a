/** What a database's refusal means and what to do, by the code of Postgres or of the operating system. */
const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers there. Start the database, or check the host and port in DATABASE_URL.',
  ECONNRESET: 'The connection was cut. Check that the server still runs, and its log.',
  ENOTFOUND: 'There is no host of that name. Check DATABASE_URL.',
  EAI_AGAIN: 'The name of the host cannot be looked up now. Check the network.',
  ETIMEDOUT: 'The host does not answer. Check the network and the firewall.',
  EHOSTUNREACH: 'The host cannot be reached. Check the network and the firewall.',
  '28P01': 'The password is not right. Check it in DATABASE_URL or KITH_<ROLE>_URL.',
  '28000': 'The server does not let this login in from here. Check pg_hba.conf, and whether it wants sslmode=require.',
  '3D000': 'There is no database of that name. Create it, or check the end of DATABASE_URL.',
  '42501':
    'The login of DATABASE_URL lacks a right. It must own the database, and may create roles (CREATEROLE) unless kith_etl, kith_app, kith_research and kith_jobs exist.',
  '53100': 'The disk of the database is full. Free some space.',
  '53300': 'The database has no connection left. Close other programs, or raise max_connections.',
  '57P01': 'The database was stopped by its administrator. Start it and run the command again.',
  '57P03': 'The database is starting or stopping. Run the command again in a moment.',
};

/** An error that names the server and the next step, and no password. Errors that are not the database's stay as they are. */
export function inPlainWords(error: unknown, url: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const next = advice[code];
  if (!(error instanceof Error) || next === undefined) return error;
  const { hostname, port, pathname, username } = new URL(url);
  const where = `${decodeURIComponent(username)} at ${hostname}:${port || '5432'}${pathname}`;
  // Node reports several addresses tried at once as an error without a message of its own.
  return new Error(`The database cannot be used (${where}): ${error.message || code}. ${next}`, { cause: error });
}
