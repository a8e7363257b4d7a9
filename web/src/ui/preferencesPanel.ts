import type { ReviewData } from '../data/contract';
import { h } from './dom';
import { table } from './table';

/** Every preference with the evidence that it was obeyed, broken ones first. */
export function preferencesPanel(data: ReviewData): HTMLElement {
  const order = ['broken', 'obeyed', 'not-applicable'];
  const sorted = [...data.plan.preferences].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const marks: Record<string, string> = {
    broken: '✕ broken',
    obeyed: '✓ obeyed',
    'not-applicable': '– not applicable',
  };
  const tones: Record<string, string> = { broken: 'bad', obeyed: 'good', 'not-applicable': 'muted' };
  return h(
    'div',
    {},
    table(
      ['Preference', 'State', 'Evidence'],
      sorted.map((p) => [
        h('span', { title: p.name }, preferenceName(p.name)),
        h('span', { class: `status ${tones[p.state] ?? ''}` }, marks[p.state] ?? p.state),
        p.evidence,
      ]),
      'None were checked.',
    ),
  );
}

/** ipr.maxPerContactMm → IPR: max per contact, mm. */
export function preferenceName(name: string): string {
  const [category = '', option = ''] = name.split('.');
  const unit = /(Mm|Deg|Days)$/.exec(option)?.[0] ?? '';
  const words = option
    .slice(0, option.length - unit.length)
    .replaceAll(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
  const head = category === 'ipr' ? 'IPR' : category.charAt(0).toUpperCase() + category.slice(1);
  return `${head}: ${words}${unit === '' ? '' : `, ${unit.toLowerCase()}`}`;
}
