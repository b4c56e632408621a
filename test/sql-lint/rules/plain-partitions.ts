import type { Rule } from '../rule.ts';
import { nodes, qualified } from '../statement.ts';

export const plainPartitions: Rule = {
  id: 'plain-partitions',
  why: 'Citus distributes one level of partitions of ordinary rows: no sub-partitions, no DETACH CONCURRENTLY, no columnar storage, which cannot delete and so cannot erase.',
  refuses: [
    'create table core.a_1 partition of core.a for values in (1) partition by range (at)',
    'alter table core.a detach partition core.a_1 concurrently',
    'create table core.a (id int) using columnar',
  ],
  accepts: [
    'create table core.a (at date) partition by range (at)',
    "create table core.a_1 partition of core.a for values from ('2026-01-01') to ('2026-02-01')",
    'alter table core.a detach partition core.a_1',
  ],

  *check({ node }) {
    if ('CreateStmt' in node) {
      const { relation, partbound, partspec, accessMethod } = node.CreateStmt;
      if (partbound && partspec) yield `${qualified(relation)} is a partition with partitions`;
      if (accessMethod === 'columnar') yield `${qualified(relation)} is columnar`;
    }
    for (const { concurrent } of nodes(node, 'PartitionCmd')) if (concurrent) yield 'detach concurrently';
  },
};
