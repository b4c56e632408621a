import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import { filledIn, type TemplateKey } from '../../care/template.ts';
import { templates } from '../../care/templates.ts';
import type { Language } from '../../contract/language.ts';
import type { Draft } from '../../contract/writing.ts';
import type { Reader } from '../../reader.ts';
import { speechIn } from '../../words/speech-in.ts';
import { select } from '../select.ts';
import { wholeReason, type StoredReason } from '../stored-reason.ts';

export interface Wanted {
  readonly courseId: number;
  readonly personId: number;
  readonly template?: TemplateKey | undefined;
  /** Of Kith's own text; the reader's stays as they wrote it. */
  readonly language: Language;
  /** Whether there is a server to send by. */
  readonly mail: boolean;
}

/** A draft, and the address it would go to; the address stays here. */
export interface DraftTo {
  readonly draft: z.output<typeof Draft>;
  readonly to: string | null;
  /** Name of who writes. */
  readonly me: string;
}

interface Row {
  displayName: string | null;
  shown: string;
  givenName: string | null;
  email: string | null;
  course: string;
  me: string | null;
  myEmail: string | null;
  type: TemplateKey;
  why: StoredReason[];
}

export async function draft(db: ReadDb, reader: Reader, wanted: Wanted): Promise<DraftTo | undefined> {
  const row = await factsOf(db, reader, wanted);
  if (row === undefined) return undefined;
  const template = wanted.template ?? row.type;
  const own = await ownTemplate(db, template);
  const raw = own ?? templates[wanted.language][template];
  const names = { name: row.givenName ?? row.shown, course: row.course, me: row.me ?? '' };
  return {
    to: row.email,
    me: names.me,
    draft: {
      name: row.shown,
      course: row.course,
      template,
      own: own !== undefined,
      subject: filledIn(raw.subject, names),
      body: filledIn(raw.body, names),
      raw,
      why: row.why.map((reason) => speechIn(wanted.language).reason(wholeReason(reason))),
      way:
        row.displayName === null ? 'no_name' : !wanted.mail ? 'no_server' : row.email === null ? 'no_address' : 'mail',
      replyTo: row.myEmail,
    },
  };
}

/** Of a learner of the course; the newest alert gives the reason, else the first pattern that fires. */
async function factsOf(db: ReadDb, reader: Reader, { courseId, personId }: Wanted): Promise<Row | undefined> {
  const [row] = await select<Row>(
    db,
    sql`
      select
        named.display_name, shown.name as shown, named.given_name, named.email, care.course_title(learner.course_id) as course,
        me.display_name as me, me.email as my_email,
        coalesce(alert.type, last.patterns -> 'firing' ->> 0, 'band') as type,
        coalesce(jsonb_path_query_array(last.reasons, '$.reasons[0 to 2]'), '[]') as why
      from core.participant as learner
      join identity.shown_person as shown
        on shown.institution_id = learner.institution_id and shown.person_id = learner.person_id
      left join identity.person as named
        on named.institution_id = learner.institution_id and named.person_id = learner.person_id
      left join identity.person as me
        on me.institution_id = learner.institution_id and me.person_id = ${reader.personId}
      left join lateral (
        select one.patterns, one.reasons
        from insight.learner_week as one
        where one.institution_id = learner.institution_id and one.course_id = learner.course_id
          and one.person_id = learner.person_id
        order by one.week desc
        limit 1
      ) as last on true
      left join lateral (
        select one.type
        from insight.alert as one
        where one.institution_id = learner.institution_id and one.course_id = learner.course_id
          and one.person_id = learner.person_id
        order by one.last_week desc, one.type
        limit 1
      ) as alert on true
      where learner.course_id = ${courseId} and learner.person_id = ${personId} and learner.role = 'learner'`,
  );
  return row;
}

async function ownTemplate(db: ReadDb, key: TemplateKey): Promise<{ subject: string; body: string } | undefined> {
  const [own] = await select<{ subject: string; body: string }>(
    db,
    sql`select subject, body from care.template where key = ${key}`,
  );
  return own;
}
