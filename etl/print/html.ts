import { createHash } from 'node:crypto';
import type { Block, Printed, PrintedTable } from './document.ts';
import { escaped } from './escape.ts';
import { printStyle } from './style.ts';
import { svgOf } from './svg.ts';

const styleHash = createHash('sha256').update(printStyle).digest('base64');

/** One page that needs nothing else: no script, no address elsewhere, its policy in its head. */
export function htmlOf(printed: Printed): string {
  const { language, title, about, institution, logo, foot, blocks } = printed;
  const picture =
    logo === null
      ? ''
      : `<img src="data:${logo.type};base64,${logo.bytes.toString('base64')}" alt="${escaped(institution)}">`;
  return [
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'">`,
    `<meta name="viewport" content="width=device-width">\n<title>${escaped(title)}</title>\n<style>${printStyle}</style>\n</head>`,
    `<body>\n<header>${picture}<p class="of">${escaped(institution)}</p>`,
    `<h1>${escaped(title)}</h1>${about.map((line) => `<p class="quiet">${escaped(line)}</p>`).join('')}</header>`,
    `<main>\n${blocks.map(blockOf).join('\n')}\n</main>`,
    `<footer><p class="quiet">${escaped(foot)}</p></footer>\n</body>\n</html>\n`,
  ].join('\n');
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'text':
      return `<p${block.quiet === true ? ' class="quiet"' : ''}>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'table':
      return tableOf(block.table);
    case 'figure':
      return `<figure>${svgOf(block.picture, block.instead)}<figcaption>${escaped(block.caption)}</figcaption></figure>`;
  }
}

function tableOf({ caption, columns, rows }: PrintedTable): string {
  const number = (place: number) => (columns[place]?.number === true ? ' class="number"' : '');
  const head = columns.map(({ title }, place) => `<th scope="col"${number(place)}>${escaped(title)}</th>`).join('');
  const body = rows.map(
    (row) =>
      `<tr>${row
        .map((cell, place) =>
          place === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td${number(place)}>${escaped(cell)}</td>`,
        )
        .join('')}</tr>`,
  );
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
