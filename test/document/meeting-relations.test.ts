/** Figures as a speech at a meeting puts them: what is left after a list of parts, what came and what went, so many for each group, wholes told last. */
import assert from 'node:assert/strict';
import { itReckons, mismatches, type Told } from '../support/relations.ts';

const told: readonly Told[] = [
  // what is left, with the parts of the whole told between
  [
    '全县监测户620户，其中不稳定户210户、边缘户300户、困难户110户，目前已消除风险465户，未消除风险155户。',
    '全县监测户620户，其中不稳定户210户、边缘户300户、困难户110户，目前已消除风险465户，未消除风险165户。',
    'sum: 620户-465户=155户',
  ],
  [
    '共查出隐患2450条，已整改2205条，整改率90%，没有整改到位的245条要挂牌督办。',
    '共查出隐患2450条，已整改2205条，整改率90%，没有整改到位的255条要挂牌督办。',
    'sum: 2450条-2205条=245条',
  ],
  // the whole in a sentence before
  [
    '全市有营运客车860辆，其中班车520辆、旅游车340辆，都要装上定位终端。目前已安装731辆，剩余129辆下月装完。',
    '全市有营运客车860辆，其中班车520辆、旅游车340辆，都要装上定位终端。目前已安装731辆，剩余139辆下月装完。',
    'sum: 860辆-731辆=129辆',
  ],
  // what came and what went
  [
    '三年来全系统退休240人，新招聘180人，净减少60人。',
    '三年来全系统退休240人，新招聘180人，净减少80人。',
    'difference: 240人-180人=60人',
  ],
  [
    '全年出生人口4300人，死亡人口3100人，自然增长1200人。',
    '全年出生人口4300人，死亡人口3100人，自然增长1300人。',
    'difference: 4300人-3100人=1200人',
  ],
  [
    '今年新登记经营主体5200户，注销1400户，净增3800户。',
    '今年新登记经营主体5200户，注销1400户，净增3600户。',
    'difference: 5200户-1400户=3800户',
  ],
  // so many for each
  [
    '组成7个督查组，每组负责2个乡镇，对全县14个乡镇进行全覆盖督查。',
    '组成7个督查组，每组负责2个乡镇，对全县16个乡镇进行全覆盖督查。',
    'average: 7个×2个=14个',
  ],
  [
    '全县种植猕猴桃6万亩，亩均产值8500元，总产值5.1亿元。',
    '全县种植猕猴桃6万亩，亩均产值8500元，总产值6.1亿元。',
    'average: 6万亩×8500元=5.1亿元',
  ],
  [
    '全县120支工作队、480名队员，平均每支工作队4人。',
    '全县120支工作队、480名队员，平均每支工作队6人。',
    'average: 480名÷120支=4人',
  ],
  // the whole of a share told last
  [
    '四大产业完成产值228亿元，占规上工业总产值的60%；规上工业总产值380亿元，增长8.2%。',
    '四大产业完成产值228亿元，占规上工业总产值的66%；规上工业总产值380亿元，增长8.2%。',
    'share: 228亿元÷380亿元=60%',
  ],
  // years one by one, and what they make for a year
  [
    '教育投入2021年10亿元、2022年11亿元、2023年12.1亿元，年均增长10%。',
    '教育投入2021年10亿元、2022年11亿元、2023年12.1亿元，年均增长16%。',
    'growth: 10亿元→12.1亿元，2年年均10%',
  ],
  // an open end is as good as the mark that it passes
  [
    '网办率由86%提高到95%以上，提高9个百分点。',
    '网办率由86%提高到95%，提高8个百分点。',
    'difference: 95%-86%=9个百分点',
  ],
];

/** Alike in form, and no contradiction. */
const silent: readonly string[] = [
  // what is left is of something else
  '全年计划引资80亿元，其中工业35亿元，上半年完成工业引资15亿元，下半年还要完成20亿元。',
  '全市有企业860家，其中规上企业320家。今年已培训120家，剩余的80家骨干企业下月培训。',
  '全市有客车860辆、货车1200辆。目前已检测731辆，剩余469辆月底前检完。',
  // not all that came or went is told
  '今年退休240人，新招聘180人，全系统现有教师4100人。',
  '全年出生4300人，迁入600人，净增加1800人。',
  '全国有532个贫困县，已有480个县摘帽，中西部22个省中有15个省没有贫困县，剩下7个省还有52个县。',
  // groups that share their work
  '派出5个工作组，每组负责3个乡镇，12个乡镇已经走完。',
  '组成6个检查组，每组5人，对全县14个乡镇进行检查。',
  // other products
  '种植茶叶6万亩，其中投产4万亩，亩均产值8500元，总产值3.4亿元。',
  // the whole told last is another
  '四大产业完成产值228亿元，占规上工业总产值的60%；工业总产值520亿元。',
  '网办率由86%提高到95%以上，提高10个百分点。',
];

describe('figures of meetings', () => {
  itReckons(told);
  for (const text of silent)
    it(`stays silent: ${text}`, () => {
      assert.deepEqual(mismatches(text), []);
    });
});
