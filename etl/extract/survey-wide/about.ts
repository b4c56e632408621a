import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'Qualtrics: Data & Analysis, Export, CSV, "Use choice text" or numbers. LimeSurvey: Responses, Export, CSV, headings as question codes or full texts. Microsoft Forms: Open in Excel, save as CSV UTF-8. Google Forms: Responses, Download responses (.csv). Say the zone with --timezone, and where the four pulse questions have other words: --option items=<column>:connected,<column>:mine,<column>:someone_to_ask,<column>:can_say.',
  records: ['person', 'survey_response'],
  gives: [
    'answers to the belonging pulse as numbers from 1 to 5, also where the export has words of agreement',
    'who answered, only where a column says that staff may see it ("Staff may see my answer", or --option consent=<column>)',
  ],
  cannotGive: [
    'other questions of the questionnaire and free text, which are not read; they are named',
    'the name of somebody who did not say that staff may see the answer',
    'addresses of computers, places and devices, which are not read',
    'answers that were not sent off, previews and tests',
    'when an anonymous LimeSurvey answer without dates was given: such rows are refused',
  ],
  verifiedOn: 'unverified',
  variants: ['google-forms', 'limesurvey', 'microsoft-forms', 'qualtrics'],
} as const satisfies About;
