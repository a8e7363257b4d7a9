import type { ReviewData } from '../data/contract';
import type { Store, Tab } from '../model/state';
import { bitePanel } from './bitePanel';
import { h } from './dom';
import { findingsPanel } from './findingsPanel';
import { iprPanel } from './iprPanel';
import { measuresPanel } from './measuresPanel';
import { overviewPanel } from './overviewPanel';
import { preferencesPanel } from './preferencesPanel';
import { toothPanel } from './toothPanel';

const names: Record<Tab, string> = {
  overview: 'Overview',
  tooth: 'Tooth',
  findings: 'Findings',
  ipr: 'IPR',
  measures: 'Measures',
  preferences: 'Preferences',
};

/** The tabs beside the picture. All panels are in the page, so that printing shows them all. */
export function side(data: ReviewData, store: Store): HTMLElement {
  const contents: Record<Tab, HTMLElement> = {
    overview: overviewPanel(data, store),
    tooth: toothPanel(data, store),
    findings: findingsPanel(data, store),
    ipr: iprPanel(data, store),
    measures: h('div', {}, measuresPanel(data), bitePanel(data, store)),
    preferences: preferencesPanel(data),
  };
  const keys = Object.keys(names) as Tab[];
  const tabs = keys.map((tab) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${tab}`,
        'aria-controls': `panel-${tab}`,
        onclick: () => store.set({ tab }),
      },
      names[tab],
      tab === 'findings' &&
        data.standing.openBlockers > 0 &&
        h('span', { class: 'pill' }, String(data.standing.openBlockers)),
    ),
  );
  const panels = keys.map((tab) =>
    h(
      'section',
      { role: 'tabpanel', id: `panel-${tab}`, 'aria-labelledby': `tab-${tab}`, class: 'panel' },
      h('h2', { class: 'print-only' }, names[tab]),
      contents[tab],
    ),
  );
  const list = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Plan' }, ...tabs);
  list.addEventListener('keydown', (e) => {
    const by = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    e.preventDefault();
    e.stopPropagation();
    const tab = keys[(keys.indexOf(store.state.tab) + by + keys.length) % keys.length] ?? 'overview';
    store.set({ tab });
    tabs[keys.indexOf(tab)]?.focus();
  });
  const show = () =>
    keys.forEach((tab, i) => {
      const on = tab === store.state.tab;
      tabs[i]?.setAttribute('aria-selected', String(on));
      tabs[i]?.setAttribute('tabindex', on ? '0' : '-1');
      panels[i]?.classList.toggle('active', on);
    });
  store.listen((state, before) => {
    if (state.tab !== before.tab) show();
  });
  show();
  return h(
    'aside',
    { class: 'side', 'aria-label': 'Plan details' },
    list,
    h('div', { class: 'panels' }, ...panels),
  );
}
