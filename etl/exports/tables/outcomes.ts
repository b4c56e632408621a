import { asSelected, defineExportTable } from '../export-table.ts';
import { course, person } from './shared-columns.ts';

export const outcomes = defineExportTable({
  id: 'outcomes',
  title: 'Contacts and outcomes',
  about: 'A contact somebody logged, and what came of it after each window. Who made it is not in it.',
  sqlFile: 'outcomes.sql',
  columns: [
    course,
    person,
    { name: 'contact', type: 'text', about: 'Pseudonym of the contact, of this export only.' },
    { name: 'week', type: 'integer', about: 'Week of the course at the contact; null: before its first.' },
    { name: 'channel', type: 'text', about: 'mail, platform, forum, call, meeting or other.' },
    { name: 'band', type: 'text', about: 'Band at the contact.' },
    { name: 'answered', type: 'boolean', about: 'Whether somebody noted that the learner answered.' },
    { name: 'window_weeks', type: 'integer', about: 'Weeks after the contact; null: no outcome is waited for.' },
    { name: 'measure', type: 'text', about: 'What was measured before and after.' },
    { name: 'baseline', type: 'number', about: 'Before the contact.' },
    { name: 'value', type: 'number', about: 'At the end of the window; null: not over yet.' },
    {
      name: 'usual_change',
      type: 'number',
      about: 'Mean change of similar learners of the same week who were not contacted.',
    },
    { name: 'compared_learners', type: 'integer', about: 'How many those are.' },
    { name: 'difference', type: 'number', about: 'Change less the usual change; null: too few to say.' },
    { name: 'low', type: 'number', about: 'Lower end of its interval.' },
    { name: 'high', type: 'number', about: 'Upper end of its interval.' },
  ],
  cells: asSelected,
});
