/** A number of at most two decimals. */
export const number = (v: number): string => String(Number(v.toFixed(2)));

/** The same with its sign; nothing for a change too small to show. */
export const signed = (v: number): string => (v > 0.005 ? `+${number(v)}` : number(v).replace('-', '−'));
