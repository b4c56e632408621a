/**
 * What is wrong with the page in front of us where colours are greys, as text, because this project's types know no
 * document. Greys are reckoned as `filter: grayscale(1)` draws them, from the colours that are really there:
 *
 * - every text has a contrast of 4.5 with what stands behind it (3 where it is large);
 * - two marks of one form in one picture, and two cells without words in one table or list, that differ in colour differ
 *   in grey by a step of 0.03 of the way from black to white; how faint a line is, is a matter of degree and not looked at;
 * - what is chosen differs from what is not by a border, weight, line or a grey of 0.1.
 */
export const greyTroubles = `(() => {
  const step = 0.03;
  const troubles = new Set();
  const paint = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map();
  /** Any colour of CSS as [red, green, blue, opacity]; parts of 255, opacity of 1. */
  const rgba = (color) => {
    if (!known.has(color)) {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = '#000';
      paint.fillStyle = color;
      paint.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
      known.set(color, [r, g, b, a / 255]);
    }
    return known.get(color);
  };
  const grey = ([r, g, b]) => (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  const over = ([r, g, b, a], ground) => [r, g, b].map((part, i) => part * a + ground[i] * (1 - a)).concat(1);
  const light = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const contrast = (one, other) => {
    const [low, high] = [light(grey(one)), light(grey(other))].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const nameOf = (one) => one.tagName.toLowerCase() + '.' + (one.getAttribute('class') ?? '').replaceAll(/ ?svelte-\\w+/g, '') + ' “' + (one.textContent ?? '').trim().slice(0, 40) + '”';
  const shown = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !one.closest('.unseen, .skip, noscript, script, style, :disabled, option');
  const faint = (one) => { let opacity = 1; for (let at = one; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity); return opacity; };
  /** What is painted behind an element, boxes only. */
  const groundOf = (one) => {
    const layers = [];
    for (let at = one; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((ground, layer) => over(layer, ground), rgba('Canvas'));
  };
  /** Of a text in a picture: the shape under its middle, else what is behind the picture. */
  const groundInPicture = (text) => {
    text.scrollIntoView({ block: 'center', inline: 'center' });
    const box = text.getBoundingClientRect();
    const under = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      .filter((one) => one instanceof SVGGeometryElement && getComputedStyle(one).fill !== 'none' && rgba(getComputedStyle(one).fill)[3] > 0);
    const ground = groundOf(text.closest('svg'));
    return under.length === 0 ? ground : over(rgba(getComputedStyle(under[0]).fill), ground);
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    if (texts.currentNode.textContent.trim() === '' || !shown(one)) continue;
    const style = getComputedStyle(one);
    const inPicture = one instanceof SVGElement;
    const ground = inPicture ? groundInPicture(one) : groundOf(one);
    const colour = rgba(inPicture ? style.fill : style.color);
    const ink = over([...colour.slice(0, 3), colour[3] * faint(one)], ground);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const seen = contrast(ink, ground);
    if (seen < (large ? 3 : 4.5)) troubles.add('contrast ' + seen.toFixed(2) + ': ' + nameOf(one));
  }

  /** Pairs that look alike once they are grey, though their colours differ. */
  const compare = (where, marks) => {
    for (const [form, alike] of Map.groupBy(marks, (mark) => mark.form)) {
      const colours = [...new Map(alike.map((mark) => [mark.colour.map(Math.round).join(), mark])).values()].sort((a, b) => grey(a.colour) - grey(b.colour));
      for (let i = 1; i < colours.length; i += 1) {
        const between = grey(colours[i].colour) - grey(colours[i - 1].colour);
        if (between < step) troubles.add('alike in grey (' + between.toFixed(3) + ') in ' + where + ': ' + form + ', ' + colours[i - 1].colour.map(Math.round) + ' and ' + colours[i].colour.map(Math.round));
      }
    }
  };
  for (const picture of document.querySelectorAll('main svg')) {
    if (!shown(picture)) continue;
    const ground = groundOf(picture);
    const marks = [];
    for (const shape of picture.querySelectorAll('path, rect, circle, ellipse, line, polyline, polygon')) {
      if (!shown(shape) || shape.closest('defs')) continue;
      const style = getComputedStyle(shape);
      const glyph = shape.tagName === 'path' && shape.getAttribute('d').length < 60 ? shape.getAttribute('d') : '';
      const said = shape.closest('g')?.querySelectorAll('text') ?? [];
      const letter = [...said].map((text) => text.textContent.trim()).find((text) => text.length <= 3) ?? '';
      for (const kind of ['fill', 'stroke']) {
        if (style[kind] === 'none' || (kind === 'stroke' && style.strokeWidth === '0px')) continue;
        const [r, g, b, a] = rgba(style[kind]);
        if (a === 0) continue;
        const form = [shape.tagName, kind, glyph, letter, kind === 'stroke' ? style.strokeDasharray + style.strokeWidth : ''].join(' ');
        marks.push({ form, colour: over([r, g, b, a], ground) });
      }
    }
    compare('a picture ' + (picture.getAttribute('aria-label') ?? nameOf(picture)), marks);
  }
  for (const place of document.querySelectorAll('main :is(table, ul, ol, dl, nav)')) {
    const marks = [];
    for (const one of place.querySelectorAll('td, th, span, li, dd, a')) {
      if (!shown(one) || one.closest('table, ul, ol, dl, nav') !== place) continue;
      const own = rgba(getComputedStyle(one).backgroundColor);
      if (own[3] === 0 || (one.innerText ?? '').trim() !== '' || one.querySelector('svg')) continue;
      marks.push({ form: one.tagName + ' without words', colour: groundOf(one) });
    }
    compare(nameOf(place), marks);
  }
  for (const chosen of document.querySelectorAll('main :is([aria-current]:not([aria-current="false"]), [aria-pressed="true"], [aria-selected="true"])')) {
    const other = [...chosen.parentElement.children].find((one) => one !== chosen && one.tagName === chosen.tagName && !one.matches('[aria-current]:not([aria-current="false"]), [aria-pressed="true"], [aria-selected="true"]'));
    if (!other || !shown(chosen) || !shown(other)) continue;
    const [a, b] = [getComputedStyle(chosen), getComputedStyle(other)];
    const lines = ['fontWeight', 'textDecorationLine', 'boxShadow', 'borderBlockEndWidth'].some((name) => a[name] !== b[name]);
    const greys = Math.abs(grey(groundOf(chosen)) - grey(groundOf(other))) >= 0.1 || Math.abs(grey(rgba(a.borderBlockEndColor)) - grey(rgba(b.borderBlockEndColor))) >= 0.1;
    if (!lines && !greys) troubles.add('chosen looks like not chosen: ' + nameOf(chosen));
  }
  return [...troubles];
})()`;
