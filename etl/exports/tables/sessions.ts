import { asSelected, defineExportTable } from '../export-table.ts';
import { course, person, week } from './shared-columns.ts';

export const sessions = defineExportTable({
  id: 'sessions',
  title: 'Sessions',
  about: 'One learner and one live session that some source says something about.',
  sqlFile: 'sessions.sql',
  columns: [
    course,
    { name: 'session', type: 'text', about: 'Pseudonym of the session, of this export only.' },
    person,
    week,
    {
      name: 'kind',
      type: 'text',
      about: 'class, webinar, breakout, office_hours, study_group, peer_session or informal.',
    },
    {
      name: 'status',
      type: 'text',
      about:
        'present, late, remote, watched_recording, waiting, excused, absent or unknown; of several, the first of these.',
    },
    { name: 'planned_minutes', type: 'integer', about: 'Planned length; null: no end was planned.' },
    { name: 'minutes', type: 'integer', about: 'Time there; null: only a mark.' },
  ],
  cells: asSelected,
});
