import { theme } from '../../../server/src/rules/structure/theme.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(theme, { wrong: [], right: [] });
