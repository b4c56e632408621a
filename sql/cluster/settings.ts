import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

/** Server settings by name, as they stand in a Postgres configuration file. */
export type Settings = Readonly<Record<string, string>>;

const megabytes = (bytes: number) => Math.floor(bytes / 2 ** 20);

/**
 * Parallel queries share memory through /dev/shm. Containers often get 64 MB of it, and then a large query fails with
 * "could not resize shared memory segment": there, files in the data folder do the same more slowly.
 */
function sharedMemory(): string {
  if (process.platform === 'win32') return 'windows';
  if (process.platform !== 'linux') return 'posix';
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize >= 512 * 2 ** 20 ? 'posix' : 'mmap';
  } catch {
    return 'mmap'; // no such folder here
  }
}

/** What a cluster of Kith runs with: two cores and 8 GB are the reference, smaller machines get less memory. */
export const defaultSettings = (): Settings => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // one way in, and that one asks for a password
  password_encryption: 'scram-sha-256',
  max_connections: '100',
  shared_buffers: `${Math.min(512, Math.max(32, megabytes(totalmem() / 8)))}MB`,
  effective_cache_size: `${Math.max(64, megabytes(totalmem() / 2))}MB`,
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '4GB',
  jit: 'off', // compiling costs more than it saves on the size of our statements
  timezone: 'UTC',
  log_timezone: 'UTC',
  dynamic_shared_memory_type: sharedMemory(),
  // The log must hold no personal data: neither statements that failed nor the values they failed on.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
});

/** The text of a configuration file; throws on a name that is not one. */
export const configurationText = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => {
      if (!/^[a-z_]+(\.[a-z_]+)?$/.test(name)) throw new Error(`"${name}" is no name of a Postgres setting.`);
      return `${name} = '${value.replaceAll("'", "''")}'\n`;
    })
    .join('');
