import { asSelected, defineExportTable } from '../export-table.ts';
import { course, person } from './shared-columns.ts';

/** Nodes of the GraphML file; a node's id is `course.person`, so that each course is a component of its own. */
export const networkPeople = defineExportTable({
  id: 'network_people',
  title: 'Network: people',
  about: 'A learner of a course, also one without any tie.',
  sqlFile: 'network-people.sql',
  columns: [
    course,
    person,
    { name: 'weeks', type: 'integer', about: 'Closed weeks in which the learner was enrolled.' },
    { name: 'last_state', type: 'text', about: 'State in the last of them, as in learner-weeks.' },
  ],
  cells: asSelected,
});

/** Edges of the GraphML file. */
export const networkTies = defineExportTable({
  id: 'network_ties',
  title: 'Network: ties',
  about: 'Two learners and one kind of tie, over all closed weeks of the course. No staff.',
  sqlFile: 'network-ties.sql',
  columns: [
    course,
    { name: 'from_person', type: 'text', about: 'Who turned to somebody; of an undirected tie, either.' },
    { name: 'to_person', type: 'text', about: 'To whom; of an undirected tie, the other.' },
    { name: 'kind', type: 'text', about: 'reply, mention, reaction, live_session … (methods.md).' },
    { name: 'directed', type: 'boolean', about: 'Whether direction means something.' },
    { name: 'events', type: 'integer', about: 'How many ties it sums.' },
    { name: 'strength', type: 'number', about: 'Sum of their weights in reply equivalents, without decay.' },
    { name: 'first_week', type: 'integer', about: 'Week of the course of the first of them.' },
    { name: 'last_week', type: 'integer', about: 'Week of the course of the last of them.' },
  ],
  cells: asSelected,
});
