import { administer } from '../databases.ts';
import { unwell, well, type Finding } from './finding.ts';

interface Seals {
  readonly title: string;
  readonly broken: string[];
  readonly waiting: boolean;
}

/**
 * Does the access log say what it said when its hours were sealed, and is it sealed at all? One finding for all
 * institutions.
 *
 * @param url of the login kith_etl
 */
export async function accessLogSealed(url: string): Promise<Finding> {
  const seals = await administer(url, async (client) => {
    const { rows } = await client.query<Seals>(`
      select i.title,
        array(
          select to_char(b.hour at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') from ops.broken_seals(i.institution_id) as b
        ) as broken,
        exists (
          select from ops.access_log as l
          where l.institution_id = i.institution_id and l.at < now() - interval '3 hours' and l.at >= coalesce(
            (select max(s.hour) + interval '1 hour' from ops.access_log_seal as s where s.institution_id = i.institution_id),
            '-infinity'
          )
        ) as waiting
      from core.institution as i
      order by i.title`);
    return rows;
  });
  const broken = seals.filter((one) => one.broken.length > 0);
  if (broken.length > 0) {
    const hours = broken.map((one) => `${one.title}: ${one.broken.slice(0, 5).join(', ')}`).join('; ');
    return unwell(
      `The access log is no longer what was sealed (${hours}).`,
      'Somebody with the owner’s login changed it. Compare those hours with a backup, and change that password.',
    );
  }
  if (seals.some(({ waiting }) => waiting))
    return unwell('The access log has hours that nobody has sealed.', '"kith up" seals them; let it run.');
  return well('The access log is what was sealed.');
}
