import type { PostgresPool } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** One name a text, for all connections: each of them plans it the first time it hears it. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `kith ${String(names.size)}`;
  names.set(text, name);
  return name;
}

/** A pool whose connections keep the plan of every statement with parameters. Its statements must be few. */
export function preparing(pool: Pool): PostgresPool {
  return {
    options: {},
    connect: async () => {
      const client = await pool.connect();
      return { query: named(client), release: (destroy?: boolean) => client.release(destroy) } as unknown as Connection;
    },
    end: () => pool.end(),
  };
}

type Connection = Awaited<ReturnType<PostgresPool['connect']>>;

const named =
  (client: PoolClient) =>
  (text: string, values: readonly unknown[] = []) =>
    values.length === 0 ? client.query(text) : client.query({ name: nameOf(text), text, values: values as unknown[] });
