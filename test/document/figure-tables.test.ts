/** Sums that stand in rows, in paragraphs under one another, and in sentences that tell nothing but parts. */
import assert from 'node:assert/strict';
import { mismatches, relations } from '../support/relations.ts';

/** What is right, what is wrong, and how the wrong one is reckoned. */
const cases: Readonly<Record<string, readonly (readonly [right: string, wrong: string, note: string])[]>> = {
  'two amounts told again of each part': [
    [
      '全县共发生火灾28起，受灾51户。其中，住宅火灾19起，受灾36户，同比减少2起5户。厂房火灾6起，受灾9户。山林火灾3起，受灾6户。',
      '全县共发生火灾28起，受灾51户。其中，住宅火灾19起，受灾36户，同比减少2起5户。厂房火灾6起，受灾9户。山林火灾3起，受灾8户。',
      'sum: 36+9+8=53',
    ],
    [
      '今年立案62件81人。经济类立案40件52人，职务类立案22件29人。',
      '今年立案65件81人。经济类立案40件52人，职务类立案22件29人。',
      'sum: 40+22=62',
    ],
  ],
  'paragraphs under one another': [
    [
      '发生较大事故12起、死亡41人，同比减少3起、6人。\n1.建筑施工发生3起、死亡10人，同比减少1起、2人。\n2.道路交通发生7起、死亡24人，同比持平。\n3.渔业船舶发生1起、死亡4人。\n4.工贸行业发生1起、死亡3人。',
      '发生较大事故12起、死亡41人，同比减少3起、6人。\n1.建筑施工发生3起、死亡10人，同比减少1起、2人。\n2.道路交通发生8起、死亡24人，同比持平。\n3.渔业船舶发生1起、死亡4人。\n4.工贸行业发生1起、死亡3人。',
      'sum: 3+8+1+1=13',
    ],
    [
      '全县幼儿园42所，比上年增加2所；在园幼儿7815人，比上年减少214人。\n——公办园。共有23所；在园幼儿5020人。\n——民办园。共有19所；在园幼儿2795人。',
      '全县幼儿园42所，比上年增加2所；在园幼儿7815人，比上年减少214人。\n——公办园。共有25所；在园幼儿5020人。\n——民办园。共有19所；在园幼儿2795人。',
      'sum: 25+19=44',
    ],
  ],
  'a sentence of parts': [
    [
      '今年全市处分2318人（其中党纪处分1904人）。处分县处级干部21人，乡科级干部264人，一般干部508人，农村、企业等其他人员1525人。',
      '今年全市处分2318人（其中党纪处分1904人）。处分县处级干部21人，乡科级干部264人，一般干部508人，农村、企业等其他人员1625人。',
      'sum: 21+264+508+1625=2418',
    ],
    [
      '全县党员21540名，比上年净增126名。35岁及以下党员4216名，36至45岁党员3908名，46至60岁党员6135名，61岁及以上党员7281名。',
      '全县党员21540名，比上年净增126名。35岁及以下党员4216名，36至45岁党员3908名，46至60岁党员6135名，61岁及以上党员7581名。',
      'sum: 4216+3908+6135+7581=21840',
    ],
  ],
  'a family of parts': [
    [
      '交办信访件118件，其中，已办结61件、阶段性办结44件、未办结13件，责令整改12家。',
      '交办信访件118件，其中，已办结61件、阶段性办结47件、未办结13件，责令整改12家。',
      'sum: 61+47+13=121',
    ],
    [
      '全市信访总量比上年增加540件。其中，来信增加210件，来访增加130件，网上投诉增加200件。',
      '全市信访总量比上年增加540件。其中，来信增加310件，来访增加130件，网上投诉增加200件。',
      'sum: 310+130+200=640',
    ],
  ],
};

describe('figures in rows', () => {
  for (const [what, list] of Object.entries(cases))
    for (const [right, wrong, note] of list) {
      it(`${what}: ${right.slice(0, 24)}`, () => {
        assert.deepEqual(mismatches(right), []);
        assert.deepEqual(mismatches(wrong), [note]);
      });
    }

  it('tells both columns right', () => {
    assert.deepEqual(relations('今年立案62件81人。经济类立案40件52人，职务类立案22件29人。', 'ok'), [
      'sum: 40+22=62',
      'sum: 52+29=81',
    ]);
  });

  for (const text of [
    // neither column makes its whole: others are not told
    '全县发生火灾28起，受灾51户。其中，住宅火灾15起，受灾30户。厂房火灾6起，受灾9户。',
    // far off is another breakdown
    '全县发生火灾28起，受灾51户。其中，住宅火灾22起，受灾20户。厂房火灾6起，受灾9户。',
    // a few of many
    '今年处分2318人。处分县处级干部21人，乡科级干部264人，一般干部508人。',
    '全县幼儿园42所；在园幼儿7815人。\n城关镇12所；在园幼儿2911人。\n河口镇8所；在园幼儿1204人。',
    // the list is of more than what was told before
    '全县粮食总产3150吨。种植小麦1200亩、玉米1350亩、大豆650亩。',
  ])
    it(`stays silent: ${text.slice(0, 30)}`, () => {
      assert.deepEqual(mismatches(text), []);
    });
});
