import { escaped } from './escape.ts';
import { colours, dashesOf, sizeOfText, type PathShape, type Picture, type Shape } from './picture.ts';

/** A picture as SVG in a page. No style attribute and no script: the strictest policy shows it. */
export const svgOf = ({ width, height, shapes }: Picture, label: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${escaped(label)}">${shapes.map(shapeOf).join('')}</svg>`;

function shapeOf(shape: Shape): string {
  if (shape.kind === 'path') return pathOf(shape);
  const { x, y, text, anchor = 'start', size = sizeOfText } = shape;
  return `<text x="${String(x)}" y="${String(y)}" font-size="${String(size)}" text-anchor="${anchor}" fill="${colours.ink}">${escaped(text)}</text>`;
}

function pathOf(shape: PathShape): string {
  const { d, fill = 'none', opacity, stroke, width = 1 } = shape;
  const dashes = dashesOf(shape);
  const faint = opacity === undefined ? '' : ` fill-opacity="${String(opacity)}"`;
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${String(width)}"`;
  return `<path d="${d}" fill="${fill}"${faint}${line}${dashes ? ` stroke-dasharray="${dashes.join(' ')}"` : ''}/>`;
}
