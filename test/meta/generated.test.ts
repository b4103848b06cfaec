import assert from 'node:assert/strict';
import { staleFiles } from '../../server/src/tools/generate.ts';
import { repository } from '../support/repository.ts';

describe('generated files', () => {
  it('are fresh; if not: npm run generate', () => assert.deepEqual([...staleFiles(repository).keys()], []));
});
