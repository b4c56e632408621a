/**
 * What is wrong with the page in front of us as it would be printed, as text: controls or navigation are left, something
 * is wider than the paper, a table or a list is cut off, or a fold is closed.
 */
export const printTroubles = `(() => {
  const troubles = new Set();
  const nameOf = (one) => one.tagName.toLowerCase() + '.' + (one.getAttribute('class') ?? '').replaceAll(/ ?svelte-\\w+/g, '') + ' “' + (one.textContent ?? '').trim().slice(0, 40) + '”';
  const shown = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const drawn = (one) => { const box = one.getBoundingClientRect(); return shown(one) && box.width > 1 && box.height > 1; };
  for (const one of document.querySelectorAll('button, .button, nav, input, select, textarea, [role="navigation"], [role="slider"], body > header'))
    if (drawn(one) && !one.closest('.unseen')) troubles.add('control: ' + nameOf(one));
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) troubles.add('wider than the paper by ' + wide);
  for (const one of document.querySelectorAll('main *')) {
    if (!drawn(one) || one.closest('svg, .unseen')) continue;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    if (box.right > innerWidth + 1 || box.left < -1) troubles.add('out of the paper: ' + nameOf(one));
    if (style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) troubles.add('cut: ' + nameOf(one));
    if (style.overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1) troubles.add('cut below: ' + nameOf(one));
  }
  for (const fold of document.querySelectorAll('main details')) {
    if (!drawn(fold)) continue;
    const inside = [...fold.children].filter((one) => one.tagName !== 'SUMMARY' && !one.closest('.no-print, [data-no-print]'));
    const hidden = inside.filter((one) => !shown(one) && getComputedStyle(one).display !== 'none');
    if (hidden.length > 0) troubles.add('closed fold: ' + nameOf(fold));
  }
  if ((document.querySelector('main')?.innerText ?? '').trim() === '') troubles.add('nothing on paper');
  return [...troubles];
})()`;
