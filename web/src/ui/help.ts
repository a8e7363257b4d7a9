import { h } from './dom';

const keys: [string, string][] = [
  ['← →', 'previous and next stage'],
  ['Home, End', 'start and target'],
  ['Space', 'play and pause'],
  ['1 2 3 4 5', 'front, right, left, upper occlusal, lower occlusal'],
  ['0', 'fit the view again'],
  ['+ −', 'nearer and farther'],
  ['[ ]', 'previous and next tooth'],
  ['U L G', 'upper arch, lower arch, gingiva on and off'],
  ['R', 'roots by template on and off'],
  ['S', 'superimpose the start'],
  ['B', 'tooth numbers on and off'],
  ['C', "colour teeth by this tray's movement"],
  ['M', 'measure between two points'],
  ['N', 'tooth notation: FDI, Universal, Palmer'],
  ['T', 'light, dark, as the system'],
  ['Esc', 'end measuring; let go of the tooth'],
  ['?', 'this help'],
];

/** The help dialog: keys, mouse, and what this page is not. */
export function helpDialog(): HTMLDialogElement {
  const close = h('button', { type: 'button', autofocus: true }, 'Close');
  const dialog = h(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, 'Keys and help'),
    h(
      'dl',
      {},
      ...keys.flatMap(([k, text]) => [
        h('dt', {}, ...k.split(' ').map((one) => h('kbd', {}, one))),
        h('dd', {}, text),
      ]),
    ),
    h(
      'p',
      {},
      'Drag to turn, shift-drag or right-drag to move, wheel or pinch to zoom, double-click to fit. Click a tooth to see its movements.',
    ),
    h(
      'p',
      {},
      "In the staging chart the arrow keys move from cell to cell; Enter goes to that tooth and stage. In the frontal and occlusal views the patient's right is on your left.",
    ),
    h(
      'p',
      { class: 'muted' },
      'This page shows a proposal made by software. It is not a cleared medical device; a licensed clinician decides.',
    ),
    close,
  );
  close.addEventListener('click', () => dialog.close());
  return dialog;
}
