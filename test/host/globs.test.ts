import assert from 'node:assert/strict';
import { globMatcher } from '../../server/src/host/globs.ts';

describe('globs of configurations', () => {
  for (const [pattern, matching, others] of [
    ['送审/**', ['送审/甲.md', '送审/二季度/乙.txt'], ['甲.md', '草稿/送审/甲.md']],
    ['*.txt', ['甲.txt', '送审/二季度/乙.txt'], ['甲.md', '甲.txt/乙.md']],
    ['送审/*.md', ['送审/甲.md'], ['送审/二季度/甲.md', '甲.md']],
    ['**/终稿.*', ['终稿.md', '送审/终稿.txt'], ['终稿', '送审/非终稿.txt']],
    ['./送审/**', ['送审/甲.md'], ['甲.md']],
    ['{送审,定稿}/**', ['定稿/甲.md', '送审/甲.md'], ['草稿/甲.md']],
    ['第?稿.md', ['第一稿.md', '送审/第二稿.md'], ['第一二稿.md']],
  ] as const)
    it(pattern, () => {
      const matches = globMatcher(pattern);
      for (const path of matching) assert.ok(matches(path), path);
      for (const path of others) assert.ok(!matches(path), path);
    });
});
