import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** A folder of the inbox that cannot be used, and what to do about it. */
export class InboxTrouble extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'InboxTrouble';
    this.hint = hint;
  }
}

/** Folders below a watched one that are Kith's: being read, read, and refused. */
export const ownFolders = ['reading', 'done', 'refused'] as const;

/**
 * The watched folder of that name. It lies in the institution's part of the inbox and nowhere else: a name is never a
 * path, and a link out of the inbox is not followed. Throws {@link InboxTrouble}.
 *
 * @param inbox KITH_INBOX; undefined: it is not set
 * @param institution short name of the institution, the folder of its part
 */
export async function watchedPath(inbox: string | undefined, institution: string, folder: string): Promise<string> {
  if (inbox === undefined)
    throw new InboxTrouble(
      'This Kith has no inbox.',
      'Whoever runs it says where one is by KITH_INBOX, and starts it again.',
    );
  const wanted = path.join(path.resolve(inbox), institution, folder);
  const root = await realpath(inbox).catch(() => undefined);
  if (root === undefined)
    throw new InboxTrouble(
      'The inbox is not there.',
      'See whether KITH_INBOX is right, and its disk or share is there.',
    );
  const found = await realpath(wanted).catch(() => undefined);
  if (found === undefined || !(await stat(found)).isDirectory())
    throw new InboxTrouble(`The folder “${folder}” is not there.`, `Make it in the inbox: ${institution}/${folder}.`);
  if (folder !== path.basename(folder) || /^\.{0,2}$/.test(folder) || found !== path.join(root, institution, folder))
    throw new InboxTrouble(`“${folder}” leads out of the inbox.`, 'Put a real folder there instead of the link.');
  await readdir(found).catch((cause: unknown) => {
    throw new InboxTrouble(
      `Kith may not read the folder “${folder}” (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
      'Give the account that runs Kith the right to read, write and rename there.',
    );
  });
  return found;
}
