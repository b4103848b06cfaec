// `npm run generate`: writes what is generated from the rules. `-- --check` only says what is stale, with exit status 1.
import { runTool } from './run-tool.mjs';

await runTool('generate');
