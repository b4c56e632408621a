import type { z } from 'zod';
import { refuse } from '../../formats/cell.ts';
import type { SurveyResponse } from '../../records/survey.ts';
import type { Cells } from './cells.ts';
import { envelopeOf, type Table } from './table.ts';

type Response = z.input<typeof SurveyResponse>;

/** Long form: one row per item answered; the rows of one response_id are one response. */
export const surveyResponses: Table = {
  file: 'survey_responses.csv',
  required: ['response_id', 'survey_id', 'item_id', 'answered_at'],
  optional: ['person_id', 'value_num', 'value_text', 'wave'],
  records: (cells) => [responseOf(cells)],
};

function responseOf(cells: Cells): Response {
  const item = cells.must('item_id');
  const number = cells.number('value_num');
  const text = cells.text('value_text');
  return {
    type: 'survey_response',
    ...envelopeOf(cells, cells.must('response_id')),
    survey: cells.must('survey_id'),
    wave: cells.text('wave'),
    person: cells.text('person_id'),
    items: [{ item, number, text }],
    answeredAt: cells.mustInstant('answered_at'),
  };
}

/** Adds a further row to its response. Throws BadCell where the row contradicts the ones before it. */
export function joinAnswers(response: Response, further: Response): Response {
  for (const [field, column] of [
    ['survey', 'survey_id'],
    ['person', 'person_id'],
    ['course', 'course_id'],
    ['wave', 'wave'],
  ] as const) {
    if (response[field] !== further[field]) {
      refuse('CONFLICTING_ROWS', column, 'differs between the rows of one response_id. Give each response its own id');
    }
  }
  const answered = new Set(response.items.map(({ item }) => item));
  if (further.items.some(({ item }) => answered.has(item))) {
    refuse('CONFLICTING_ROWS', 'item_id', 'occurs twice in one response_id. Give each response its own id');
  }
  const answeredAt =
    Date.parse(further.answeredAt) > Date.parse(response.answeredAt) ? further.answeredAt : response.answeredAt;
  return { ...response, items: [...response.items, ...further.items], answeredAt };
}
