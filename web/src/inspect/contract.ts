import type { PackedMesh } from '../data/contract';

/** The data in the page, schema `archwright.inspect/1`, as ScanPage writes it. mm, occlusal frame of the first scan, FDI numbers. */
export interface InspectData {
  schema: 'archwright.inspect/1';
  title: string;
  verdict: Verdict;
  scans: InspectScan[];
  defects: Defect[];
}

export type Verdict = 'usable' | 'waived' | 'rescan';

export interface InspectScan {
  name: string;
  jaw: 'upper' | 'lower' | null;
  verdict: Verdict;
  facts: string;
  mesh: PackedMesh;
  /** FDI number per face as bytes, base64; empty where no teeth were found. */
  labels: string;
}

export interface Defect {
  code: string;
  severity: 'note' | 'rescan';
  scan: string;
  fdi: number | null;
  surface: string | null;
  at: number[] | null;
  reachMm: number;
  outline: number[][];
  message: string;
  waiver: string | null;
}

/** The page's data, or a sentence that says why there is none. */
export function readInspectData(text: string): InspectData | string {
  if (!text.trimStart().startsWith('{'))
    return 'This is the empty template of the scan quality page: it holds no scan.';
  const data = JSON.parse(text) as InspectData;
  return data.schema === 'archwright.inspect/1'
    ? data
    : `This page shows archwright.inspect/1 and cannot read ${String(data.schema)}.`;
}
