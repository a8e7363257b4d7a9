/** Data in the form of src/data/contract.ts. */
export function sampleData(): unknown;
