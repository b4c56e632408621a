import { goto, preloadData } from '$app/navigation';
import type { EvidencePage } from '../../api/types.ts';
import { evidenceDialog } from './evidence-dialog.svelte.ts';

/**
 * A reason's link leads to a page of its own. With a plain click the same page comes as a dialog above this one, so
 * that the reader keeps the place; its address can still be copied, and "back" closes it.
 */
export async function showEvidence(event: MouseEvent & { currentTarget: HTMLAnchorElement }): Promise<void> {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  const { href } = event.currentTarget;
  evidenceDialog.awaited = href;
  try {
    const loaded = await preloadData(href);
    if (evidenceDialog.awaited !== href) return; // closed, or another one asked for, meanwhile
    const evidence = loaded.type === 'loaded' && loaded.status === 200 ? evidenceIn(loaded.data) : undefined;
    await (evidence === undefined ? goto(href) : goto(href, { shallow: true, state: { evidence } }));
  } finally {
    if (evidenceDialog.awaited === href) evidenceDialog.awaited = null;
  }
}

/** Kit types another route's data loosely; that route answers with `evidence`. */
const evidenceIn = (data: Record<string, unknown>) => data.evidence as EvidencePage | undefined;
