import '../styles/index.css';
import type { View } from '../model/state';
import { h } from '../ui/dom';
import { readInspectData, type Defect, type InspectData, type Verdict } from './contract';
import { ScanViewer } from './viewer';

const words: Record<Verdict, string> = { usable: 'Usable', waived: 'Waived', rescan: 'Scan again' };
const app = document.getElementById('app') as HTMLElement;
const data = readInspectData(document.getElementById('archwright-data')?.textContent ?? '');
if (typeof data === 'string') app.append(h('p', { class: 'empty' }, data));
else open(data);

function open(data: InspectData): void {
  document.title = `${data.title} · Archwright scan quality`;
  const arches = new Map<string, HTMLElement>();
  const viewer = new ScanViewer(data, (scan, visible) =>
    arches.get(scan)?.setAttribute('aria-pressed', String(visible)),
  );
  for (const { name } of data.scans) arches.set(name, arch(viewer, name));
  const views: [View, string][] = [
    ['front', 'Front'],
    ['right', 'Right'],
    ['left', 'Left'],
    ['upper', 'Upper'],
    ['lower', 'Lower'],
  ];
  const tools = h(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'View' },
    h(
      'div',
      { class: 'group' },
      ...views.map(([view, name]) => h('button', { type: 'button', onclick: () => viewer.show(view) }, name)),
    ),
    h('div', { class: 'group' }, ...arches.values()),
  );
  app.append(
    h(
      'header',
      { class: 'top' },
      h(
        'div',
        { class: 'brand' },
        h('strong', {}, 'Archwright'),
        h('span', { class: 'case' }, `${data.title}: scan quality`),
      ),
      h(
        'div',
        { class: 'states' },
        h('span', { class: `badge ${badge(data.verdict)}` }, words[data.verdict]),
        ...data.scans.map((s) =>
          h('span', { class: `badge ${badge(s.verdict)}` }, `${s.name}: ${words[s.verdict].toLowerCase()}`),
        ),
        h('span', { class: 'badge plain' }, 'not a cleared medical device'),
      ),
    ),
    h(
      'main',
      {},
      h(
        'div',
        { class: 'left' },
        h('section', { class: 'picture', 'aria-label': 'Scans in 3D' }, tools, viewer.element),
      ),
      h('aside', { class: 'side' }, h('div', { class: 'panels' }, list(data, viewer))),
    ),
  );
  viewer.start();
  performance.mark('first-view');
}

function arch(viewer: ScanViewer, name: string): HTMLElement {
  const button = h('button', { type: 'button', 'aria-pressed': 'true' }, name);
  button.addEventListener('click', () => {
    viewer.toggle(name, button.getAttribute('aria-pressed') !== 'true');
  });
  return button;
}

function list(data: InspectData, viewer: ScanViewer): HTMLElement {
  return h(
    'div',
    { class: 'panel active' },
    ...data.scans.map((s) => h('p', { class: 'small muted' }, `${s.name}: ${s.facts}`)),
    data.defects.length === 0 ? h('p', {}, 'No fault was found.') : null,
    h(
      'ul',
      { class: 'findings' },
      ...data.defects.map((defect, i) =>
        h(
          'li',
          {},
          row(defect, () => viewer.jump(i)),
        ),
      ),
    ),
  );
}

function row(defect: Defect, act: () => void): HTMLElement {
  const fault = defect.severity === 'rescan';
  const state = defect.waiver === null ? (fault ? 'scan again' : 'note') : 'waived';
  return h(
    'button',
    { type: 'button', class: 'finding', onclick: act },
    h(
      'span',
      { class: 'finding-head' },
      h('span', { class: `dot ${fault && defect.waiver === null ? 'blocker' : ''}` }, state),
      h('strong', {}, defect.code),
      h(
        'span',
        { class: 'where' },
        [defect.scan, defect.fdi, defect.surface].filter((w) => w !== null).join(' '),
      ),
    ),
    h('span', {}, defect.message),
    defect.waiver === null ? null : h('span', { class: 'small muted' }, defect.waiver),
  );
}

function badge(verdict: Verdict): string {
  return verdict === 'usable' ? 'good' : verdict === 'waived' ? 'caution' : 'bad';
}
