import { readData } from './data/decode';
import type { ReviewData } from './data/contract';
import { toothName, toothWords } from './model/notation';
import { trayAt, trayText } from './model/movement';
import { initialState, Store } from './model/state';
import { Viewer } from './scene/viewer';
import './styles/index.css';
import { chart } from './ui/chart';
import { h } from './ui/dom';
import { header } from './ui/header';
import { helpDialog } from './ui/help';
import { listenForKeys } from './ui/keys';
import { side } from './ui/side';
import { splitter } from './ui/splitter';
import { stagebar, stageText } from './ui/stagebar';
import { toolbar } from './ui/toolbar';

const app = document.getElementById('app') as HTMLElement;
const data = readData(document.getElementById('archwright-data')?.textContent ?? '');
if (typeof data === 'string') app.append(h('p', { class: 'empty' }, data));
else open(data);

function open(data: ReviewData): void {
  const hasUpper = data.plan.teeth.some((t) => [1, 2, 5, 6].includes(Math.floor(t.fdi / 10)));
  const hasLower = data.plan.teeth.some((t) => [3, 4, 7, 8].includes(Math.floor(t.fdi / 10)));
  const store = new Store({
    ...initialState,
    view: hasUpper && hasLower ? 'front' : hasUpper ? 'upper' : 'lower',
    upper: hasUpper,
    lower: hasLower,
  });
  document.title = `${data.plan.caseLabel} · Archwright plan review`;

  const tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  const live = h('div', { class: 'sr-only', 'aria-live': 'polite' });
  const say = (text: string) => {
    live.textContent = text;
  };
  const viewer = new Viewer(data, store, {
    picked: (tooth) => store.set(tooth === null ? { tooth } : { tooth, tab: 'tooth' }),
    measured: say,
    hovered: (fdi, x, y) => {
      tip.hidden = fdi === null;
      if (fdi === null) return;
      const { stage, notation } = store.state;
      const tray = trayAt(
        data.movements.find((m) => m.fdi === fdi),
        stage,
      );
      tip.textContent = `${toothName(fdi, notation)} ${toothWords(fdi)}${stage > 0 ? ` · ${trayText(tray)}` : ''}`;
      tip.style.transform = `translate(${x + 14}px, ${y + 14}px)`;
    },
  });
  const help = helpDialog();
  const picture = h('img', { class: 'print-only print-picture', alt: 'The dentition as shown when printed' });
  const stageArea = h(
    'section',
    { class: 'picture', 'aria-label': 'Dentition in 3D' },
    toolbar(store, { gingiva: data.gingivae.length > 0, roots: data.roots.length > 0 }, () =>
      viewer.fit(true),
    ),
    viewer.element,
    picture,
  );
  viewer.element.append(tip);
  const lower = chart(data, store);
  app.append(
    header(data, store, () => help.showModal()),
    h(
      'main',
      {},
      h('div', { class: 'left' }, stageArea, stagebar(data, store), splitter(lower), lower),
      side(data, store),
    ),
    live,
    help,
  );
  listenForKeys(data, store, {
    help: () => help.showModal(),
    fit: () => viewer.fit(true),
    zoom: (factor) => viewer.zoom(factor),
    clearMeasure: () => viewer.clearMeasure(),
  });
  store.listen((state, before) => {
    const started = performance.now();
    viewer.update(state, before);
    if (state.stage !== before.stage) performance.measure('stage-change', { start: started });
    if (!state.playing && (state.stage !== before.stage || state.tooth !== before.tooth)) say(spoken());
  });
  window.addEventListener('beforeprint', () => {
    picture.src = viewer.picture();
  });
  viewer.start();
  // tells the listeners the first state, so that every control shows it
  store.refresh();
  performance.mark('first-view');

  function spoken(): string {
    const { stage, tooth, notation } = store.state;
    if (tooth === null) return stageText(data, stage);
    const tray = trayAt(
      data.movements.find((m) => m.fdi === tooth),
      stage,
    );
    return `${stageText(data, stage)}. Tooth ${toothName(tooth, notation)}, ${toothWords(tooth)}: ${trayText(tray)}`;
  }
}
