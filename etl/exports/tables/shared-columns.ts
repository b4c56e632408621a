import type { Column } from '../export-table.ts';

/** Columns that mean the same wherever they stand. */
export const course: Column = {
  name: 'course',
  type: 'text',
  about: 'Pseudonym of the course, of this export only. Joins the tables of one export.',
};

export const person: Column = {
  name: 'person',
  type: 'text',
  about: 'Pseudonym of the learner, of this export only. The same person in two courses has one.',
};

export const week: Column = {
  name: 'week',
  type: 'integer',
  about: 'Week of the course, from 1. No date is in the export.',
};
