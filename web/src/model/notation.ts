/** How a tooth is written for the reader. FDI is what every file holds; the others are for display. */
export type Notation = 'fdi' | 'universal' | 'palmer';

export const notations: readonly Notation[] = ['fdi', 'universal', 'palmer'];

export const notationNames: Record<Notation, string> = {
  fdi: 'FDI',
  universal: 'Universal',
  palmer: 'Palmer',
};

export const isUpper = (fdi: number): boolean => [1, 2, 5, 6].includes(Math.floor(fdi / 10));

export const isRight = (fdi: number): boolean => [1, 4, 5, 8].includes(Math.floor(fdi / 10));

export const isPrimary = (fdi: number): boolean => fdi > 50;

export function toothName(fdi: number, notation: Notation): string {
  switch (notation) {
    case 'fdi':
      return String(fdi);
    case 'universal':
      return universal(fdi);
    case 'palmer':
      return palmer(fdi);
  }
}

function universal(fdi: number): string {
  const position = fdi % 10;
  const perQuadrant = isPrimary(fdi) ? 5 : 8;
  const index = isUpper(fdi)
    ? isRight(fdi)
      ? perQuadrant - position
      : perQuadrant + position - 1
    : isRight(fdi)
      ? 3 * perQuadrant + position - 1
      : 3 * perQuadrant - position;
  return isPrimary(fdi) ? String.fromCharCode(65 + index) : String(index + 1);
}

function palmer(fdi: number): string {
  const position = fdi % 10;
  const corner = (isUpper(fdi) ? 'U' : 'L') + (isRight(fdi) ? 'R' : 'L');
  return corner + (isPrimary(fdi) ? String.fromCharCode(64 + position) : String(position));
}

/** "upper right canine": the tooth in words, for screen readers and tooltips. */
export function toothWords(fdi: number): string {
  const position = fdi % 10;
  const adult = [
    'central incisor',
    'lateral incisor',
    'canine',
    'first premolar',
    'second premolar',
    'first molar',
    'second molar',
    'third molar',
  ];
  const milk = ['central incisor', 'lateral incisor', 'canine', 'first molar', 'second molar'];
  const kind = (isPrimary(fdi) ? milk : adult)[position - 1] ?? 'tooth';
  return `${isUpper(fdi) ? 'upper' : 'lower'} ${isRight(fdi) ? 'right' : 'left'} ${isPrimary(fdi) ? 'milk ' : ''}${kind}`;
}
