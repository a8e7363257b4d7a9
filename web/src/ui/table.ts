import { h } from './dom';

/** A table with column heads; without rows the words that stand for it. */
export function table(heads: string[], rows: (string | Node)[][], empty: string, style = ''): HTMLElement {
  if (rows.length === 0) return h('p', { class: 'muted' }, empty);
  return h(
    'table',
    { class: style },
    h('thead', {}, row('th', ...heads)),
    h('tbody', {}, ...rows.map((cells) => row('td', ...cells))),
  );
}

function row(tag: 'th' | 'td', ...cells: (string | Node)[]): HTMLElement {
  return h('tr', {}, ...cells.map((c) => h(tag, tag === 'th' ? { scope: 'col' } : {}, c)));
}
