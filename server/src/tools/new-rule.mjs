// `npm run new-rule -- group/name`: a rule, its test and its place in the list, ready to be filled in.
import { runTool } from './run-tool.mjs';

await runTool('new-rule');
