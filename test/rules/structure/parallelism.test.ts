import { parallelism } from '../../../server/src/rules/structure/parallelism.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(parallelism, { wrong: [], right: [] });
