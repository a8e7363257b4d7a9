import { describe, expect, it } from 'vitest';
import { toothName, toothWords } from '../src/model/notation';

describe('notation', () => {
  it.each([
    [18, '1', 'UR8'],
    [11, '8', 'UR1'],
    [21, '9', 'UL1'],
    [28, '16', 'UL8'],
    [38, '17', 'LL8'],
    [31, '24', 'LL1'],
    [41, '25', 'LR1'],
    [48, '32', 'LR8'],
    [55, 'A', 'URE'],
    [65, 'J', 'ULE'],
    [75, 'K', 'LLE'],
    [85, 'T', 'LRE'],
  ])('writes %i as Universal %s and Palmer %s', (fdi, universal, palmer) => {
    expect(toothName(fdi, 'fdi')).toBe(String(fdi));
    expect(toothName(fdi, 'universal')).toBe(universal);
    expect(toothName(fdi, 'palmer')).toBe(palmer);
  });

  it('gives 32 permanent teeth 32 Universal numbers', () => {
    const all = [1, 2, 3, 4].flatMap((q) =>
      [1, 2, 3, 4, 5, 6, 7, 8].map((p) => toothName(q * 10 + p, 'universal')),
    );
    expect(new Set(all).size).toBe(32);
  });

  it('names teeth in words', () => {
    expect(toothWords(13)).toBe('upper right canine');
    expect(toothWords(36)).toBe('lower left first molar');
    expect(toothWords(74)).toBe('lower left milk first molar');
  });
});
