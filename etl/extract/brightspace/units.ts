import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

export const unitParents = defineShape<Batch>(
  'OrganizationalUnitParents',
  'full',
  { needs: 'OrgUnitId ParentOrgUnitId', takes: 'RowVersion DateDeleted' },
  function* () {
    yield { passed: 'which unit belongs to which: used, no record of its own' };
  },
  (row, { parents }) => {
    if (row.text('DateDeleted') !== undefined) return;
    parents.set(row.must('OrgUnitId'), [...(parents.get(row.must('OrgUnitId')) ?? []), row.must('ParentOrgUnitId')]);
  },
);

export const units = defineShape<Batch>(
  'OrganizationalUnits',
  'full',
  {
    needs: 'OrgUnitId Type Name Code',
    takes:
      'Organization StartDate EndDate IsActive CreatedDate IsDeleted DeletedDate RecycledDate Version OrgUnitTypeId',
    newest: { key: ['OrgUnitId'], version: 'Version' },
  },
  function* (row, batch) {
    const [key, title, kind] = [row.must('OrgUnitId'), row.text('Name'), row.must('Type')];
    const isGone = row.flag('IsDeleted') === true;
    const deleted = isGone ? { deleted: { at: row.utc('DeletedDate') } } : {};
    const parent = batch.parents.get(key)?.[0];
    const [startsOn, endsOn] = [row.utc('StartDate')?.slice(0, 10), row.utc('EndDate')?.slice(0, 10)];
    switch (kind) {
      case 'Course Offering': {
        const unit = batch.parents.get(key)?.find((each) => orgUnits.has(batch.unitTypes.get(each) ?? ''));
        const [code, sisId] = [row.text('Code'), row.text('Code')];
        yield { type: 'course', key, ...deleted, title, code, sisId, startsOn, endsOn, ...(unit && { unit }) };
        break;
      }
      case 'Section':
      case 'Group': {
        const course = batch.courseOf(key);
        yield { type: 'group', key, ...(course && { course }), ...deleted, kind: parts[kind], title };
        break;
      }
      case 'Organization':
        yield { type: 'unit', key, kind: 'institution', title: title ?? key, ...deleted };
        break;
      case 'Department':
      case 'Faculty':
      case 'School':
        yield { type: 'unit', key, kind: 'faculty', title: title ?? key, ...(parent && { parent }), ...deleted };
        break;
      default:
        yield { passed: `a unit of type ${kind.slice(0, 50)}, which gives no record` };
    }
  },
  (row, { unitTypes }) => unitTypes.set(row.must('OrgUnitId'), row.must('Type')),
);

const orgUnits = new Set(['Organization', 'Department', 'Faculty', 'School']);
const parts = { Section: 'section', Group: 'project' } as const;
