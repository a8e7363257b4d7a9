import type { ReviewData } from '../data/contract';
import { h } from './dom';
import { number, signed } from './numbers';
import { table } from './table';

/** Measures of the arches and the bite at the start and at the target. */
export function measuresPanel(data: ReviewData): HTMLElement {
  const { measures } = data.plan;
  const value = (v: number | null) =>
    v === null ? h('span', { class: 'muted' }, 'not measured') : number(v);
  const unit = (u: string) => ({ deg: '°', percent: '%' })[u] ?? u;
  return h(
    'div',
    {},
    table(
      ['Measure', 'Start', 'Target', 'Change', ''],
      measures.map((m) => [
        m.jaw === null ? m.name : `${m.name}, ${m.jaw}`,
        value(m.start),
        value(m.target),
        m.start === null || m.target === null ? '–' : signed(m.target - m.start),
        unit(m.unit),
      ]),
      'Nothing was measured.',
      'numbers',
    ),
  );
}
