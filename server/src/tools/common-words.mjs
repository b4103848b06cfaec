// Writes the tables of common words, `server/src/rules/text/lexicon/common-words.ts`, from cppjieba's dictionary; run it when a list that it reads has changed.
import { runTool } from './run-tool.mjs';

await runTool('common-words');
