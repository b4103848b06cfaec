import { balance } from '../../../server/src/rules/structure/balance.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(balance, { wrong: [], right: [] });
