import { missingPart } from '../../../server/src/rules/structure/missing-part.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(missingPart, { wrong: [], right: [] });
