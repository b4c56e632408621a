/** What of the page's style a picture needs to look the same elsewhere. */
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** A drawing as an SVG file of its own: with its colours, and without links. */
export function pictureOf(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const pairs = zip([...drawing.querySelectorAll('*')], [...copy.querySelectorAll('*')]);
  for (const [from, to] of pairs) {
    const style = getComputedStyle(from);
    for (const name of kept) to.setAttribute(name, style.getPropertyValue(name));
    to.removeAttribute('class');
  }
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  const { width, height } = drawing.getBoundingClientRect();
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({
    width: '100%',
    height: '100%',
    fill: getComputedStyle(document.body).backgroundColor,
  }))
    ground.setAttribute(name, value);
  copy.prepend(ground);
  for (const [name, value] of Object.entries({
    xmlns: 'http://www.w3.org/2000/svg',
    width: String(Math.round(width)),
    height: String(Math.round(height)),
  }))
    copy.setAttribute(name, value);
  return new XMLSerializer().serializeToString(copy);
}

const zip = <One, Other>(ones: readonly One[], others: readonly Other[]): [One, Other][] =>
  ones.map((one, at) => [one, others[at]!]);

/** The same, twice as fine, as pixels. */
export async function pngOf(drawing: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  // A data URL: the policy of the pages lets images come from nowhere else.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureOf(drawing))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.'))), 'image/png');
  });
}
