import type { Finding, ReviewData, Severity, Waiver } from '../data/contract';
import { toothName } from '../model/notation';
import type { Store } from '../model/state';
import { fill, h } from './dom';
import { jump } from './jump';
import { number } from './numbers';
import { severityNames, severityOrder } from './severity';
import { waiverOf, waiverText } from './standing';

/** What the rules have found, worst first, by severity; each jumps to its tooth and stage. */
export function findingsPanel(data: ReviewData, store: Store): HTMLElement {
  const list = (shown: ReadonlySet<Severity>) =>
    data.plan.findings
      .filter((f) => shown.has(f.severity))
      .sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity))
      .map((f) => findingItem(f, waiverOf(data.standing, f), store));
  const shown = new Set<Severity>(severityOrder);
  const element = h('ul', { class: 'findings' });
  const rebuild = () => {
    const items = list(shown);
    fill(element, ...(items.length > 0 ? items : [h('li', { class: 'muted' }, 'No findings.')]));
  };
  const filters = severityOrder.map((severity) => {
    const box = h('input', { type: 'checkbox', checked: true });
    box.addEventListener('change', () => {
      if (box.checked) shown.add(severity);
      else shown.delete(severity);
      rebuild();
    });
    const n = data.plan.findings.filter((f) => f.severity === severity).length;
    return h('label', { class: `filter ${severity}` }, box, `${severityNames[severity]} ${n}`);
  });
  rebuild();
  store.listen((state, before) => {
    if (state.notation !== before.notation) rebuild();
  });
  return h(
    'div',
    {},
    h('div', { class: 'filters', role: 'group', 'aria-label': 'Severities' }, ...filters),
    element,
  );
}

function findingItem(f: Finding, waiver: Waiver | undefined, store: Store): HTMLElement {
  const teeth = [f.tooth, f.other].filter((t): t is number => t !== null);
  const where = [
    ...(teeth.length > 0 ? [teeth.map((t) => toothName(t, store.state.notation)).join('–')] : []),
    ...(f.stage !== null ? [`stage ${f.stage}`] : []),
  ].join(' · ');
  const inside = [
    h(
      'span',
      { class: 'finding-head' },
      h('span', { class: `dot ${f.severity}` }, severityNames[f.severity]),
      h('b', {}, f.rule),
      h('span', { class: 'where' }, where),
    ),
    h('span', { class: 'finding-text' }, f.message),
    waiver && h('span', { class: 'waiver' }, waiverText(waiver)),
    f.measured !== null &&
      f.limit !== null &&
      h(
        'span',
        { class: 'muted small' },
        `measured ${number(f.measured)} ${f.unit ?? ''}, limit ${number(f.limit)} ${f.unit ?? ''}`,
      ),
    h('span', { class: 'muted small' }, f.source),
  ];
  return f.tooth === null && f.stage === null
    ? h('li', {}, h('div', { class: 'finding' }, ...inside))
    : h(
        'li',
        {},
        h(
          'button',
          { type: 'button', class: 'finding', onclick: () => jump(store, f.tooth, f.stage) },
          ...inside,
        ),
      );
}
