import { asSelected, defineExportTable } from '../export-table.ts';
import { course, person } from './shared-columns.ts';

export const alerts = defineExportTable({
  id: 'alerts',
  title: 'Alerts',
  about: 'A learner who was listed for a reason. Who asked for help themselves is not in it.',
  sqlFile: 'alerts.sql',
  columns: [
    course,
    person,
    { name: 'type', type: 'text', about: 'never_started, gone_quiet, another pattern, or band.' },
    {
      name: 'state',
      type: 'text',
      about: 'open, seen, acted, closed, snoozed or dismissed, when the export was made.',
    },
    { name: 'first_week', type: 'integer', about: 'Week of the course in which it was first listed.' },
    { name: 'last_week', type: 'integer', about: 'Week of the course in which it was last listed.' },
    { name: 'band', type: 'text', about: 'Band when it was last listed.' },
  ],
  cells: asSelected,
});
