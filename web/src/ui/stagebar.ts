import type { ReviewData } from '../data/contract';
import type { Store } from '../model/state';
import { h } from './dom';

/** Stage slider, steps and play. */
export function stagebar(data: ReviewData, store: Store): HTMLElement {
  const last = data.plan.stages.length - 1;
  const slider = h('input', {
    type: 'range',
    min: 0,
    max: last,
    step: 1,
    value: 0,
    'aria-label': 'Stage',
    class: 'stage-slider',
  });
  slider.addEventListener('input', () => store.set({ stage: Number(slider.value), playing: false }));
  const play = h('button', { type: 'button', class: 'play', title: 'Play (space)' }, '▶');
  play.addEventListener('click', () => togglePlay(store, last));
  const step = (by: number, label: string, text: string) =>
    h(
      'button',
      {
        type: 'button',
        title: label,
        'aria-label': label,
        onclick: () =>
          store.set({ stage: Math.min(last, Math.max(0, store.state.stage + by)), playing: false }),
      },
      text,
    );
  const label = h('output', { class: 'stage-label' });
  const show = () => {
    const { stage, playing } = store.state;
    slider.value = String(stage);
    slider.setAttribute('aria-valuetext', stageText(data, stage));
    label.textContent = stageText(data, stage);
    play.textContent = playing ? '❚❚' : '▶';
    play.setAttribute('aria-label', playing ? 'Pause' : 'Play');
  };
  let timer = 0;
  store.listen((state, before) => {
    show();
    if (state.playing === before.playing) return;
    window.clearInterval(timer);
    if (state.playing)
      timer = window.setInterval(() => {
        const next = store.state.stage + 1;
        store.set(next > last ? { playing: false } : { stage: next, playing: next < last });
      }, 320);
  });
  show();
  return h(
    'div',
    { class: 'stagebar', role: 'group', 'aria-label': 'Stages' },
    play,
    step(-1, 'Previous stage (←)', '‹'),
    slider,
    step(1, 'Next stage (→)', '›'),
    label,
  );
}

export function togglePlay(store: Store, last: number): void {
  const { playing, stage } = store.state;
  store.set(playing ? { playing: false } : { playing: last > 0, stage: stage === last ? 0 : stage });
}

/** "Stage 7 of 21 · align": where the reader is. */
export function stageText(data: ReviewData, stage: number): string {
  const last = data.plan.stages.length - 1;
  const phases = data.plan.stages[stage]?.phases ?? [];
  const where =
    stage === 0 ? `Start (0 of ${last})` : `Stage ${stage} of ${last}${stage === last ? ' (target)' : ''}`;
  return phases.length > 0 ? `${where} · ${phases.join(', ')}` : where;
}
