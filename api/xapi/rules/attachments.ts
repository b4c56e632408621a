import { shape, type Rule } from './rule.ts';
import { iri, languageMap, mediaType, sha2, whole } from './values.ts';

export const attachment: Rule = shape(
  {
    usageType: iri,
    display: languageMap,
    description: languageMap,
    contentType: mediaType,
    length: whole,
    sha2,
    fileUrl: iri,
  },
  ['usageType', 'display', 'contentType', 'length', 'sha2'],
);
