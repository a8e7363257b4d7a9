import type {
  LimitComponent,
  MovementNumbers,
  MovementType,
  ToothMovements,
  TrayMovement,
} from '../data/contract';

/** How a type of movement is shown: name, letter in a cell (for eyes that do not tell colours), colour. */
export interface TypeStyle {
  name: string;
  letter: string;
  color: string;
}

export const typeStyles: Record<MovementType, TypeStyle> = {
  'crown-tipping': { name: 'Crown tipping', letter: 'T', color: '#3f7fbf' },
  'root-uprighting': { name: 'Root uprighting', letter: 'U', color: '#7a5ab8' },
  torque: { name: 'Torque', letter: 'Q', color: '#b5478f' },
  'bodily-translation': { name: 'Bodily translation', letter: 'B', color: '#d17a1f' },
  translation: { name: 'Other linear', letter: 'L', color: '#2c9689' },
  rotation: { name: 'Rotation', letter: 'R', color: '#5c9a35' },
  extrusion: { name: 'Extrusion', letter: 'E', color: '#c9463a' },
  intrusion: { name: 'Intrusion', letter: 'I', color: '#b8960f' },
};

export const typeOrder = Object.keys(typeStyles) as MovementType[];

/** Colours of the phases in the chart's head. */
export const phaseColors: Record<string, string> = {
  level: '#7aa5d8',
  align: '#8fbf6b',
  space: '#d9a05a',
  detail: '#a98bd0',
};

/** One row of a tooth's movement table. */
export interface ComponentRow {
  key: keyof MovementNumbers;
  label: string;
  unit: 'mm' | '°';
  plus: string;
  minus: string;
  limit: LimitComponent;
}

export const componentRows: readonly ComponentRow[] = [
  {
    key: 'mesialMm',
    label: 'Mesiodistal',
    unit: 'mm',
    plus: 'mesial',
    minus: 'distal',
    limit: 'horizontal',
  },
  {
    key: 'facialMm',
    label: 'Faciolingual',
    unit: 'mm',
    plus: 'facial',
    minus: 'lingual',
    limit: 'horizontal',
  },
  {
    key: 'extrusionMm',
    label: 'Vertical',
    unit: 'mm',
    plus: 'extr.',
    minus: 'intr.',
    limit: 'vertical',
  },
  {
    key: 'rotationDeg',
    label: 'Rotation',
    unit: '°',
    plus: 'mes. out',
    minus: 'mes. in',
    limit: 'rotation',
  },
  { key: 'tipDeg', label: 'Tip', unit: '°', plus: 'mesial', minus: 'distal', limit: 'tip' },
  { key: 'torqueDeg', label: 'Torque', unit: '°', plus: 'facial', minus: 'lingual', limit: 'torque' },
];

/** A component for the reader: "0.42 mm mesial", or a dash where it would round to nothing. */
export function componentText(value: number, row: ComponentRow): string {
  const digits = row.unit === 'mm' ? 2 : 1;
  const size = Math.abs(value).toFixed(digits);
  if (Number(size) === 0) return '–';
  return `${size}${row.unit === 'mm' ? ' mm' : '°'} ${value > 0 ? row.plus : row.minus}`;
}

/** What a tray asks of a tooth, in a few words. */
export function trayText(movement: TrayMovement | undefined): string {
  if (movement?.type == null) return 'no movement';
  const use = movement.uses.find((u) => u.component === movement.component);
  const amount = use === undefined ? '' : ` ${use.measured.toFixed(2)} ${use.unit === 'deg' ? '°' : 'mm'}`;
  return `${typeStyles[movement.type].name.toLowerCase()}${amount}, ${percent(movement.share)} of its limit`;
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The tray of a tooth at a stage; undefined at stage 0, which asks nothing. */
export const trayAt = (movements: ToothMovements | undefined, stage: number): TrayMovement | undefined =>
  movements?.stages.find((s) => s.stage === stage);
