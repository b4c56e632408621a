import { defineConnector } from '../../connector.ts';
import { detectItem, type ItemSource, readItems } from '../../formats/read-items.ts';
import { about } from './about.ts';
import { type Batch, educationClass, educationUser } from './roster.ts';

const source: ItemSource<Batch> = {
  shapes: [educationClass, educationUser],
  lists: ['value'],
  asides: ['@odata.context', '@odata.nextLink', '@odata.count'],
};

/** Rosters of Teams for Education, as Microsoft Graph answers them. */
export const microsoftEducation = defineConnector({
  id: 'microsoft-education',
  title: 'Microsoft Teams for Education rosters (Graph JSON)',
  about,
  detect: (head) => detectItem(source, head),
  extract: (input, context) => readItems(source, input, context, { told: new Set<string>() }),
});
