import { getDocumentProxy } from 'unpdf';

/** An element of the structure tree, as a screen reader walks it. */
export interface Element {
  readonly role: string;
  readonly alt?: string;
  /** What its own content says. */
  readonly text: string;
  readonly below: readonly Element[];
}

export interface ReadPdf {
  readonly title: string;
  readonly language: string | null;
  readonly tagged: boolean;
  /** Of each page: the tree, and everything that is on it. */
  readonly pages: readonly { readonly tree: Element; readonly text: string }[];
}

/** Whether something of it is on the page: the tree of a page names all of a table. */
const isHere = ({ type, children = [] }: Node): boolean => type === 'content' || children.some(isHere);

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Reads a PDF by a reader that did not write it: Mozilla's PDF.js. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { info } = await pdf.getMetadata();
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const byId = new Map<string, string>();
    const open: (string | undefined)[] = [];
    for (const item of items as { type?: string; id?: string; str?: string; hasEOL?: boolean }[]) {
      if (item.type?.startsWith('beginMarkedContent') === true) open.push(item.id ?? undefined);
      else if (item.type === 'endMarkedContent') open.pop();
      else {
        const id = open.findLast((each) => each !== undefined);
        if (id !== undefined) byId.set(id, `${byId.get(id) ?? ''}${item.str ?? ''}${item.hasEOL === true ? ' ' : ''}`);
      }
    }
    const treeOf = ({ role = '', alt, children = [] }: Node): Element => ({
      role,
      ...(alt === undefined ? {} : { alt }),
      text: children
        .map(({ type, id }) => (type === 'content' ? (byId.get(id!) ?? '') : ''))
        .join('')
        .trim(),
      below: children.filter((child) => child.role !== undefined && isHere(child)).map(treeOf),
    });
    const tree = treeOf(await page.getStructTree());
    const text = (items as { str?: string }[]).map(({ str }) => str ?? '').join(' ');
    pages.push({ tree, text });
  }
  const { Title, Language } = info as { Title: string; Language: string | null };
  const tagged = ((await pdf.getMarkInfo()) as { readonly Marked?: boolean } | null)?.Marked === true;
  await pdf.cleanup();
  return { title: Title, language: Language, tagged, pages };
}

/** Every element of that role, in the order of reading. */
export const all = ({ pages }: ReadPdf, role: string): Element[] => pages.flatMap(({ tree }) => within(tree, role));

const within = (element: Element, role: string): Element[] => [
  ...(element.role === role ? [element] : []),
  ...element.below.flatMap((each) => within(each, role)),
];
