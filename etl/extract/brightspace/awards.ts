import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

const kinds = { Badge: 'badge', Certificate: 'certificate' } as const;

export const awardObjects = defineShape<Batch>(
  'AwardObjects',
  'full',
  {
    needs: 'AwardId Name Type',
    takes:
      'AwardTypeId ExpiryCalculationType ExpiryNotificationType ExpiryDate ImagePath CreatedByUserId LastModified IsDeleted',
    hides: 'Description Criteria',
  },
  function* () {
    yield { passed: 'an award there is: those that were issued are the records' };
  },
  (row, { awards }) => awards.set(row.must('AwardId'), { kind: row.one('Type', kinds), title: row.text('Name') }),
);

export const awardsIssued = defineShape<Batch>(
  'AwardsIssued',
  'full',
  {
    needs: 'IssuedId AwardId OrgUnitId UserId IssueDate',
    takes: 'IssuedBy ExpiryDate RevokedDate RevokedBy LastModifiedBy LastModifiedDate Version CertificateId',
    hides: 'Criteria Evidence RevokedReason',
    newest: { key: ['IssuedId'], version: 'Version' },
  },
  function* (row, batch) {
    const definition = row.must('AwardId');
    const { kind, title } = batch.awards.get(definition) ?? {};
    const [by, revokedAt] = [row.id('IssuedBy'), row.utc('RevokedDate')];
    yield {
      type: 'award',
      key: row.must('IssuedId'),
      course: row.must('OrgUnitId'),
      person: row.must('UserId'),
      kind: kind ?? 'badge',
      title,
      definition,
      at: row.mustUtc('IssueDate'),
      ...(by !== undefined && { by }),
      ...(revokedAt !== undefined && { revokedAt }),
    };
  },
);
