import { asSelected, defineExportTable } from '../export-table.ts';
import { course, week } from './shared-columns.ts';

export const ties = defineExportTable({
  id: 'ties',
  title: 'Ties',
  about: 'One tie between two learners: somebody turned to somebody, or they did something together. No staff.',
  sqlFile: 'ties.sql',
  columns: [
    course,
    week,
    { name: 'kind', type: 'text', about: 'reply, mention, reaction, live_session … (methods.md).' },
    { name: 'layer', type: 'text', about: 'direct_peer (addressed) or contact (weak, or time together).' },
    { name: 'directed', type: 'boolean', about: 'Whether direction means something.' },
    { name: 'from_person', type: 'text', about: 'Who turned to somebody; of an undirected tie, either.' },
    { name: 'to_person', type: 'text', about: 'To whom; of an undirected tie, the other.' },
    { name: 'weight', type: 'number', about: 'Reply equivalents before decay: 1 is one direct reply.' },
  ],
  cells: asSelected,
});
