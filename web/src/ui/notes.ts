import type { PlanNote } from '../data/contract';
import { toothName } from '../model/notation';
import type { Store } from '../model/state';
import { fill, h } from './dom';
import { jump } from './jump';
import { named } from './named';

/** What a plan says of itself: a list that jumps to its teeth. */
export function notes(list: PlanNote[], store: Store): HTMLElement {
  return named(store, (element) => {
    const tooth = (fdi: number | null) =>
      fdi !== null &&
      h(
        'button',
        { type: 'button', class: 'link', onclick: () => jump(store, fdi, null) },
        toothName(fdi, store.state.notation),
      );
    fill(
      element,
      h(
        'ul',
        { class: 'plain-list' },
        ...list.map((n) => h('li', {}, tooth(n.fdi), n.fdi !== null && ' ', withoutTooth(n))),
      ),
    );
  });
}

/** The message without the number it may begin with: the tooth stands before it, in the reader's notation. */
const withoutTooth = (n: PlanNote): string =>
  n.fdi !== null && n.message.startsWith(`${n.fdi} `) ? n.message.slice(String(n.fdi).length + 1) : n.message;
