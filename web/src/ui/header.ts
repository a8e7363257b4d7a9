import type { ReviewData } from '../data/contract';
import { notationNames, notations, type Notation } from '../model/notation';
import type { Store, Theme } from '../model/state';
import { h } from './dom';
import { stateNames } from './standing';

/** Name, state and verdict of the plan: what nobody may overlook stands here and is printed too. */
export function header(data: ReviewData, store: Store, help: () => void): HTMLElement {
  const { plan } = data;
  const { state, openBlockers, approvable } = data.standing;
  const verdict =
    openBlockers > 0
      ? h(
          'span',
          { class: 'badge bad' },
          `✕ Not approvable: ${openBlockers} blocker${openBlockers === 1 ? '' : 's'}`,
        )
      : approvable
        ? h('span', { class: 'badge good' }, '✓ Approvable')
        : h(
            'span',
            { class: 'badge good', title: 'No blocking finding is open. A recorded review is still needed.' },
            '✓ Approvable after review',
          );
  return h(
    'header',
    { class: 'top' },
    h('div', { class: 'brand' }, h('strong', {}, 'Archwright'), h('span', { class: 'case' }, plan.caseLabel)),
    h(
      'div',
      { class: 'states', role: 'status' },
      h('span', { class: 'badge caution' }, stateNames[state]),
      verdict,
      h('span', { class: 'badge plain' }, 'Not a cleared medical device'),
    ),
    h(
      'div',
      { class: 'choices' },
      notationChoice(store),
      themeChoice(store),
      h(
        'button',
        { type: 'button', onclick: help, 'aria-haspopup': 'dialog', title: 'Keys and help (?)' },
        '? Help',
      ),
    ),
  );
}

function notationChoice(store: Store): HTMLElement {
  const select = h(
    'select',
    { 'aria-label': 'Tooth notation', title: 'Tooth notation (N)' },
    ...notations.map((n) => h('option', { value: n }, notationNames[n])),
  );
  select.addEventListener('change', () => store.set({ notation: select.value as Notation }));
  store.listen((state) => (select.value = state.notation));
  return select;
}

const themeNames: Record<Theme, string> = { auto: 'As the system', light: 'Light', dark: 'Dark' };

function themeChoice(store: Store): HTMLElement {
  const select = h(
    'select',
    { 'aria-label': 'Colour scheme', title: 'Colour scheme (T)' },
    ...Object.entries(themeNames).map(([value, name]) => h('option', { value }, name)),
  );
  select.addEventListener('change', () => store.set({ theme: select.value as Theme }));
  const show = (theme: Theme) => {
    select.value = theme;
    if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset['theme'] = theme;
  };
  show(store.state.theme);
  store.listen((state, before) => {
    if (state.theme !== before.theme) show(state.theme);
  });
  return select;
}
