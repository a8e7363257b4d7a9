import type { PlanBite, ReviewData } from '../data/contract';
import { biteLines, curveTop, polyline, shifts, slides } from '../model/bite';
import { toothName } from '../model/notation';
import type { Store } from '../model/state';
import { fill, h } from './dom';

const svgSpace = 'http://www.w3.org/2000/svg';

/** Where the jaw closes at each stage: the slide from centric relation as a curve, and the teeth that meet first. */
export function bitePanel(data: ReviewData, store: Store): HTMLElement {
  const { bite } = data.plan;
  const head = h('h3', {}, 'Closing about the hinge axis');
  if (bite === null) return h('div', {}, head, h('p', { class: 'muted' }, 'No bite to close.'));
  const lines = h('ul', { class: 'plain-list', 'aria-live': 'polite' });
  const show = () => {
    const { stage, notation } = store.state;
    const at = bite.stages[stage];
    const texts = at === undefined ? [] : biteLines(at, (fdi) => toothName(fdi, notation));
    fill(lines, ...texts.map((t) => h('li', {}, t)));
  };
  show();
  store.listen((state, before) => {
    if (state.stage !== before.stage || state.notation !== before.notation) show();
  });
  return h('div', {}, head, h('p', { class: 'muted small' }, legend(bite)), curve(bite, store), lines);
}

function legend(bite: PlanBite): string {
  const axis = bite.axis.source === 'located' ? 'located hinge axis' : 'average hinge axis';
  const doubt = bite.slideDoubtMm === null ? '' : ` ± ${bite.slideDoubtMm.toFixed(2)} mm by the axis`;
  const top = curveTop(slides(bite), shifts(bite));
  const start = slides(bite)[0];
  const end = slides(bite).at(-1);
  const told =
    start === undefined || end === undefined
      ? 'No bite in centric relation is on record; grey: where the jaw closes against the start'
      : `CR–MIP slide ${start.mm.toFixed(2)} mm at the start, ${end.mm.toFixed(2)} mm at the end${doubt} (curve); grey: where the jaw closes against the start`;
  return `${told}. By the ${axis}; the box is ${top.toFixed(1)} mm high.`;
}

function curve(bite: PlanBite, store: Store): SVGElement {
  const last = bite.stages.length - 1;
  const top = curveTop(slides(bite), shifts(bite));
  const line = (className: string, points: string) => draw('polyline', { class: className, points });
  const now = draw('line', { class: 'now', y1: '0', y2: '100' });
  const mark = () => {
    const x = String((100 * store.state.stage) / Math.max(1, last));
    now.setAttribute('x1', x);
    now.setAttribute('x2', x);
  };
  mark();
  store.listen((state, before) => {
    if (state.stage !== before.stage) mark();
  });
  const box = draw(
    'svg',
    {
      class: 'curve',
      viewBox: '0 0 100 100',
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': 'Slide from centric relation and shift of the closed jaw over the stages',
    },
    draw('line', { x1: '0', y1: '100', x2: '100', y2: '100' }),
    now,
    line('shift', polyline(shifts(bite), last, top)),
    line('slide', polyline(slides(bite), last, top)),
  );
  box.addEventListener('click', (e) => {
    const { left, width } = box.getBoundingClientRect();
    const stage = Math.round(((e.clientX - left) / width) * last);
    store.set({ stage: Math.min(last, Math.max(0, stage)), playing: false });
  });
  return box;
}

function draw(tag: string, attributes: Record<string, string>, ...children: SVGElement[]): SVGElement {
  const element = document.createElementNS(svgSpace, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
