/** Twice the size on the screen: sharp where it is shown larger. */
const SCALE = 2;

/** Around what is drawn, and for the title above it, in pixels. */
const EDGE = 12;
const TITLE = 32;

/** What a shape takes from the page; a file stands alone. */
const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-family',
  'font-weight',
];

/**
 * A figure of the page as an SVG file's text: its name, what its colours stand for, and its chart, with all colours written
 * out and on the page's ground. Throws where the figure has no chart.
 */
export function svgFileOf(figure: HTMLElement): string {
  const { width, height } = sizeOf(figure);
  const file = shape('svg', { width, height });
  file.append(
    shape('rect', { width, height, fill: getComputedStyle(document.body).backgroundColor }),
    words(figure, { text: figure.getAttribute('aria-label') ?? '', x: EDGE, y: EDGE + TITLE / 2, weight: 600 }),
    ...[...figure.querySelectorAll<HTMLElement>('figcaption > *')].flatMap((entry) => legendOf(figure, entry)),
    chartOf(figure),
  );
  return new XMLSerializer().serializeToString(file);
}

/** The same as a PNG picture; rejects where the browser can't draw it. */
export async function pngFileOf(figure: HTMLElement): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgFileOf(figure))}`;
  await picture.decode();
  const { width, height } = sizeOf(figure);
  const canvas = new OffscreenCanvas(Math.round(width * SCALE), Math.round(height * SCALE));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser has no canvas to draw on.');
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

function sizeOf(figure: HTMLElement): { readonly width: number; readonly height: number } {
  const { width, height } = figure.getBoundingClientRect();
  return { width: width + 2 * EDGE, height: height + TITLE + 2 * EDGE };
}

/** Where something of the figure stands in the file: as on the page, below the title. */
function placeIn(figure: HTMLElement, part: Element) {
  const around = figure.getBoundingClientRect();
  const { left, top, width, height } = part.getBoundingClientRect();
  return { x: left - around.left + EDGE, y: top - around.top + EDGE + TITLE, width, height };
}

/** A colour of the chart with its name. A mark that is only an outline is dashed, as on the page. */
function legendOf(figure: HTMLElement, entry: HTMLElement): readonly SVGElement[] {
  const mark = entry.firstElementChild;
  if (!mark) return [];
  const { backgroundColor, borderTopColor, borderTopStyle } = getComputedStyle(mark);
  const paint: Readonly<Record<string, string | number>> =
    borderTopStyle === 'dashed'
      ? { fill: 'none', stroke: borderTopColor, 'stroke-width': 2, 'stroke-dasharray': '3 2' }
      : { fill: backgroundColor };
  const at = placeIn(figure, mark);
  const text = entry.textContent ?? '';
  const { y, height } = placeIn(figure, entry);
  return [shape('rect', { ...at, ...paint }), words(entry, { text, x: at.x + at.width + 6, y: y + height / 2 })];
}

type Words = { readonly text: string; readonly x: number; readonly y: number; readonly weight?: number };

/** A line of text in the letters of `like`, its middle at `y`. */
function words(like: HTMLElement, { text, x, y, weight = 400 }: Words): SVGElement {
  const { color, fontFamily, fontSize } = getComputedStyle(like);
  const line = shape('text', { x, y, fill: color, 'dominant-baseline': 'central', 'font-weight': weight });
  line.style.setProperty('font-family', fontFamily);
  line.style.setProperty('font-size', fontSize);
  line.textContent = text;
  return line;
}

function chartOf(figure: HTMLElement): SVGElement {
  const chart = figure.querySelector<SVGSVGElement>('svg.recharts-surface');
  const copy = chart?.cloneNode(true);
  if (!chart || !(copy instanceof SVGSVGElement)) throw new Error('A figure without a chart can’t be drawn.');
  const shown = [chart, ...chart.querySelectorAll<SVGElement>('*')];
  const copied = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [index, part] of shown.entries()) {
    const style = getComputedStyle(part);
    for (const name of carried) copied[index]?.style.setProperty(name, style.getPropertyValue(name));
  }
  // What the pointer lights up on its way to the menu is no part of the chart.
  for (const lit of copy.querySelectorAll('.recharts-tooltip-cursor, .recharts-active-dot')) lit.remove();
  const place = placeIn(figure, chart);
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  // On the page it fills what is around it.
  copy.style.setProperty('width', `${place.width}px`);
  copy.style.setProperty('height', `${place.height}px`);
  return copy;
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}
