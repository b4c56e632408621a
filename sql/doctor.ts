import { askServer } from './doctor/database.ts';
import { unwell, type Finding } from './doctor/finding.ts';
import * as machine from './doctor/machine.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { openServer, type Server } from './server.ts';

export type { Finding };

/**
 * Looks at everything Kith stands on, from the machine to the logins, and says in plain sentences what it found.
 * Starts the embedded server, as any command would, and stops it again when nobody else uses it.
 * Never throws: what goes wrong is a finding. Names no password.
 */
export async function diagnose(environment?: Environment): Promise<Finding[]> {
  try {
    environment ??= readEnvironment();
  } catch (error) {
    return [machine.nodeVersion(), unwell('The environment is not readable.', messageOf(error))];
  }
  return [...(await lookAtMachine(environment)), ...(await lookAtDatabase(environment))];
}

async function lookAtMachine({ dir, databaseUrl }: Environment): Promise<Finding[]> {
  const found = [machine.nodeVersion(), await machine.folderWritable(dir)];
  if (!found.every(({ ok }) => ok)) return found;
  found.push(await machine.diskFree(dir), await machine.secretsPrivate(dir));
  if (databaseUrl !== undefined) return found;
  // In this order, and one after the other: the links are made when the programs are first run.
  for (const look of [machine.binariesPresent, machine.binariesRun, machine.clusterState]) found.push(await look(dir));
  return found;
}

async function lookAtDatabase(environment: Environment): Promise<Finding[]> {
  let server: Server | undefined;
  try {
    server = await openServer(environment);
    return await askServer(server, environment);
  } catch (error) {
    return [unwell('Kith has no database to work with.', messageOf(error))];
  } finally {
    await server?.close();
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));
