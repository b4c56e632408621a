import type { EvidencePage, Me } from '#lib/api/types.ts';
import type { Theme } from '#lib/theme.ts';
import type { Language } from '#messages/catalogues.ts';

declare global {
  namespace App {
    /** What an error page shows: a title, what happened, and what to do next. */
    interface Error {
      detail?: string;
      next?: string;
    }
    interface Locals {
      me: Me | null;
      /** Of the messages: what the reader chose, else what their browser asks for. */
      language: Language;
      /** BCP 47: the language of the page with the region of the reader, for numbers and dates. */
      locale: string;
      theme: Theme;
      /** IANA zone of the reader's clock, once the browser has said it; UTC until then. */
      zone: string;
      /** Set-Cookie lines the API answered with, handed on to the browser. */
      cookiesFromApi: string[];
    }
    interface PageState {
      /** The evidence shown in a dialog above the page. */
      evidence?: EvidencePage;
    }
  }
}
