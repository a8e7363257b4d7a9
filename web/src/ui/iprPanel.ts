import type { ReviewData } from '../data/contract';
import { toothName } from '../model/notation';
import type { Store } from '../model/state';
import { fill, h } from './dom';
import { jump } from './jump';
import { named } from './named';
import { table } from './table';

/** What is done to the teeth beside the trays: enamel reduced, attachments, auxiliaries. */
export function iprPanel(data: ReviewData, store: Store): HTMLElement {
  const { ipr, attachments, auxiliaries } = data.plan;
  return named(store, (element) => {
    const name = (fdi: number) => toothName(fdi, store.state.notation);
    const go = (label: string, tooth: number, stage: number) =>
      h('button', { type: 'button', class: 'link', onclick: () => jump(store, tooth, stage) }, label);
    fill(
      element,
      h('h3', {}, 'Interproximal reduction'),
      table(
        ['Contact', 'Amount', 'Before stage', 'Cause'],
        ipr.map((i) => [
          go(i.between.map(name).join('–'), i.between[0] ?? 0, i.stage),
          `${i.mm.toFixed(2)} mm`,
          String(i.stage),
          i.cause,
        ]),
        'No enamel is reduced.',
      ),
      h('h3', {}, 'Attachments'),
      table(
        ['Tooth', 'Type', 'Purpose', 'Place', 'Stages'],
        attachments.map((a) => [
          go(name(a.fdi), a.fdi, a.on),
          a.type.replaceAll('-', ' '),
          h('span', { title: a.cause }, a.purpose),
          `${a.surface}, ${a.fromMarginMm.toFixed(1)} mm from the margin of ${a.crownHeightMm.toFixed(1)} mm`,
          `${a.on}–${a.off}`,
        ]),
        'None.',
      ),
      h('h3', {}, 'Auxiliaries'),
      table(
        ['Tooth', 'Type', 'Stages', 'Cause'],
        auxiliaries.map((a) => [
          go(name(a.fdi), a.fdi, a.from),
          a.type.replaceAll('-', ' '),
          `${a.from}–${a.to}`,
          a.cause,
        ]),
        'None.',
      ),
    );
  });
}
