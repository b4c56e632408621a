import type { Language } from '../contract/language.ts';
import type { Templates } from './template.ts';
import { templatesDe } from './templates/de.ts';
import { templatesEn } from './templates/en.ts';

/**
 * What a message may begin with, one for each reason, in the language of whoever writes. They say what is nice to hear and
 * easy to do, ask little, and never that somebody was noticed by a machine.
 */
export const templates: Readonly<Record<Language, Templates>> = { en: templatesEn, de: templatesDe };
