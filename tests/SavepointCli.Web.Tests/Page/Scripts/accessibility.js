// Looks at a page as axe's serious rules do: names of controls and pictures, labels, contrast, headings, landmarks, ids, tables, focus.
() => {
  const findings = [];
  const isVisible = element => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0
    && getComputedStyle(element).clipPath !== 'inset(50%)';
  const describe = element => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 40)}`;
  const all = selector => [...document.querySelectorAll(selector)];
  const textOf = ids => (ids ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const nameOf = element => element.getAttribute('aria-label')?.trim() || textOf(element.getAttribute('aria-labelledby'))
    || [...element.labels ?? []].map(label => label.textContent.trim()).join(' ') || element.getAttribute('alt')
    || element.querySelector(':scope > caption, :scope > legend')?.textContent.trim() || element.textContent.trim();

  // names
  for (const element of all('button, a[href], input, select, textarea, meter, dialog, [role=img], [role=group], form[role], nav, table')) {
    if (isVisible(element) && !nameOf(element)) findings.push(`no name: ${describe(element)}`);
  }
  for (const element of all('input, select, textarea')) {
    if (isVisible(element) && element.labels.length === 0 && !element.hasAttribute('aria-label')) findings.push(`no label: ${describe(element)}`);
  }
  for (const image of all('img')) if (!image.hasAttribute('alt')) findings.push(`no alt: ${describe(image)}`);

  // structure
  if (document.documentElement.lang === '') findings.push('no language');
  if (document.title.trim() === '') findings.push('no title');
  for (const landmark of ['main', 'header', 'nav']) if (all(landmark).length === 0) findings.push(`no ${landmark}`);
  if (all('main').length !== 1) findings.push('not one main');
  const headings = all('main h1, main h2, main h3').filter(isVisible).map(heading => Number(heading.tagName[1]));
  if (headings.filter(level => level === 1).length !== 1) findings.push(`${headings.filter(level => level === 1).length} headings of level 1`);
  headings.forEach((level, i) => { if (i > 0 && level > headings[i - 1] + 1) findings.push(`heading of level ${level} behind ${headings[i - 1]}`); });
  const ids = all('[id]').map(element => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) findings.push(`id twice: ${id}`);
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'for', 'list']) {
    for (const element of all(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(' ')) if (!document.getElementById(id)) findings.push(`${attribute} of ${describe(element)} leads nowhere`);
    }
  }
  for (const element of all('[tabindex]')) if (element.tabIndex > 0) findings.push(`order of focus set by ${describe(element)}`);
  for (const element of all('[aria-hidden=true]')) if (element.querySelector('a, button, input, select')) findings.push(`hidden control in ${describe(element)}`);
  for (const table of all('table')) if (table.querySelector('th:not([scope])')) findings.push(`head cell without scope in ${describe(table)}`);
  for (const list of all('ul, ol')) if ([...list.children].some(child => child.tagName !== 'LI')) findings.push(`list with other things: ${describe(list)}`);
  for (const nested of all('a a, a button, button a, button button, label label')) findings.push(`control in a control: ${describe(nested)}`);

  // contrast of texts, over the background that they really stand on
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const rgba = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data].map((part, i) => i === 3 ? part / 255 : part); };
  const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const backgroundOf = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] > 0) layers.push(color);
      if (color[3] === 1) break;
    }
    return layers.reduceRight((under, layer) => over(layer, under), rgba(getComputedStyle(document.body).backgroundColor));
  };
  const light = color => color.slice(0, 3).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const boxes = all('svg .node .box');
  for (const element of all('body *')) {
    const hasText = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    if (!hasText || !isVisible(element) || ['title', 'OPTION', 'SCRIPT', 'TITLE', 'NOSCRIPT'].includes(element.tagName)) continue;
    if (element.closest('[disabled], [aria-disabled=true]')) continue;
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const box = isDrawn && element.closest('.node') && boxes.length > 0 ? rgba(getComputedStyle(element.closest('.node').querySelector('.box')).fill) : null;
    const background = box ?? backgroundOf(isDrawn ? element.closest('svg') : element);
    const color = over(rgba(isDrawn ? style.fill : style.color), background);
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const ratio = contrast(color, background);
    if (ratio < needed) findings.push(`contrast ${ratio.toFixed(2)} instead of ${needed}: ${describe(element)}`);
  }

  // controls large enough to hit
  for (const element of all('button, input, select, .button')) {
    const { width, height } = element.getBoundingClientRect();
    if (isVisible(element) && element.type !== 'checkbox' && (width < 24 || height < 24)) findings.push(`${width}x${height} is too small to hit: ${describe(element)}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) findings.push(`the page is ${document.documentElement.scrollWidth - innerWidth} px too wide`);
  return findings;
}
