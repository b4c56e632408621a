import { refuse } from '../../formats/cell.ts';
import type { Fields } from '../../formats/fields.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { defineShape, type Meant } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

const takes = 'externalId availability enrollment uuid created modified';
const parts = { enrollment: 'type limit signupSheet', availability: 'available' };

/** A group, or a set of groups, which is none itself and only their common name. */
export const group = defineShape<Batch>(
  'a group',
  'groups',
  { needs: 'id name groupSetId', takes, hides: 'description', parts },
  function* (row) {
    yield groupOf(row, row.id('groupSetId'));
  },
);

/** The first version of the interface gives groups and sets in one list. */
export const olderGroup = defineShape<Batch>(
  'a group or group set',
  'groups',
  { needs: 'id name parentId isGroupSet', takes, hides: 'description', parts },
  function* (row) {
    if (row.flag('isGroupSet') === true) yield { passed: 'a set of groups: its groups name it' };
    else yield groupOf(row, row.id('parentId'));
  },
);

function groupOf(row: Fields, set: string | undefined): Meant {
  return { type: 'group', key: row.must('id'), title: row.must('name'), ...(set !== undefined && { set }) };
}

export const groupMember = defineShape<Batch>(
  'a member of a group',
  'groups',
  { needs: 'userId', takes: 'created modified' },
  function* (row, _batch, file) {
    const id = /(_\d+_\d+)[^/]*$/.exec(file)?.[1];
    const named =
      id ?? refuse('MISSING_VALUE', 'group', 'is not named by the list of its members. Name the file group-_12_1.json');
    const person = row.must('userId');
    yield { type: 'membership', key: keyOf(named, person), group: named, person };
  },
);
