import { h } from './dom';

/** A bar that sets the height of what is below it, by drag or by the up and down arrows. */
export function splitter(below: HTMLElement): HTMLElement {
  let height = 0;
  const bar = h('div', {
    class: 'splitter',
    role: 'separator',
    tabindex: 0,
    'aria-orientation': 'horizontal',
    'aria-label': 'Height of the staging chart',
    'aria-valuemin': 80,
    'aria-valuemax': 900,
  });
  const set = (px: number) => {
    const room = below.parentElement?.clientHeight ?? 800;
    height = Math.min(room - 220, Math.max(80, px));
    below.style.height = `${height}px`;
    bar.setAttribute('aria-valuenow', String(Math.round(height)));
  };
  bar.addEventListener('pointerdown', (e) => {
    const start = e.clientY;
    const from = below.clientHeight;
    bar.setPointerCapture(e.pointerId);
    const drag = (move: PointerEvent) => set(from + start - move.clientY);
    bar.addEventListener('pointermove', drag);
    bar.addEventListener('pointerup', () => bar.removeEventListener('pointermove', drag), { once: true });
  });
  bar.addEventListener('keydown', (e) => {
    const by = e.key === 'ArrowUp' ? 32 : e.key === 'ArrowDown' ? -32 : 0;
    if (by === 0) return;
    e.preventDefault();
    e.stopPropagation();
    set(below.clientHeight + by);
  });
  return bar;
}
