/**
 * Words around figures in official Chinese: what happens to an indicator, how it is named, when and where. Sources: government work reports,
 * statistical communiqués (国民经济和社会发展统计公报) and 国家统计局《统计上大中小微型企业划分办法》-style glossaries of indicators.
 */

/** Synonyms of one indicator; the first is its name. An office may say more in its configuration. */
export const indicatorSynonyms: readonly (readonly string[])[] = [
  ['地区生产总值', '国内生产总值', '生产总值', 'GDP', '经济总量'],
  ['人均地区生产总值', '人均国内生产总值', '人均生产总值', '人均GDP'],
  ['固定资产投资', '全社会固定资产投资', '固投', '全社会固投', '固定资产投资额', '完成固定资产投资'],
  ['社会消费品零售总额', '全社会消费品零售总额', '社零总额', '社零'],
  ['一般公共预算收入', '公共财政预算收入', '地方一般公共预算收入', '一般预算收入', '财政一般预算收入'],
  ['财政总收入', '财政收入总额'],
  ['规模以上工业增加值', '规上工业增加值'],
  ['城镇居民人均可支配收入', '城镇居民可支配收入', '城镇常住居民人均可支配收入'],
  ['农村居民人均可支配收入', '农村常住居民人均可支配收入', '农民人均可支配收入'],
  ['居民人均可支配收入', '全体居民人均可支配收入', '城乡居民人均可支配收入'],
  ['进出口总额', '外贸进出口总额', '货物进出口总额', '外贸进出口', '进出口总值'],
  ['实际利用外资', '实际使用外资', '实际到位外资', '实际利用外资额'],
  ['招商引资到位资金', '招商引资实际到位资金', '到位资金', '实际到位资金'],
  ['常住人口城镇化率', '城镇化率'],
  ['居民消费价格', '居民消费价格指数', 'CPI'],
];

const canonicalNames = new Map<string, string>();
for (const names of indicatorSynonyms) for (const name of names) canonicalNames.set(name, names[0]!);
/** The name an indicator goes by; other phrases are their own name. */
export const canonicalIndicator = (phrase: string): string => canonicalNames.get(phrase) ?? phrase;

/** Whether a phrase is one of the indicators that the table knows. */
export const isIndicator = (phrase: string): boolean => canonicalNames.has(phrase);

/** Indicators whose growth is reckoned at constant prices, so that the money amounts given do not yield it. */
export const constantPrices =
  /生产总值(?!的)|GDP|增加值|农林牧渔|国民收入|经济总量|可比|不变价|实际增|扣除|剔除|同口径/;

/** Families whose members share nothing and make up the whole. */
export const partitions: readonly (readonly (readonly string[])[])[] = [
  [['男'], ['女']],
  [
    ['城镇', '城市'],
    ['农村', '乡村'],
  ],
  [
    ['第一产业', '一产', '农业'],
    ['第二产业', '二产', '工业'],
    ['第三产业', '三产', '服务业'],
  ],
  [['中央'], ['地方', '省', '市', '县']],
  [['进口'], ['出口']],
  [
    ['新建', '新开工'],
    ['续建', '结转'],
  ],
  [
    ['税收收入', '税收'],
    ['非税收入', '非税'],
  ],
  [['内资'], ['外资']],
  [['省内'], ['省外']],
  [['市内'], ['市外']],
  [['县内'], ['县外']],
  [['公办'], ['民办']],
  [['线上'], ['线下']],
  [['国税'], ['地税']],
  [['国税'], ['地税'], ['财政']],
  [['税务'], ['财政']],
  [['地方'], ['上划']],
  [['小春'], ['大春']],
  [['夏粮'], ['秋粮']],
  [['已'], ['未', '尚', '仍', '正在', '现在', '还']],
  [['政府投资'], ['社会投资', '民间投资', '企业投资']],
  [['基本支出'], ['项目支出']],
  [['上半年'], ['下半年']],
  [
    ['0-14', '0—14', '少年儿童'],
    ['15-', '15—', '劳动年龄'],
    ['65岁及以上', '60岁及以上', '老年'],
  ],
  [['主会场'], ['分会场']],
  [['新建'], ['改造', '改扩建', '改建']],
];

/** Members that exclude each other, though others may stand beside them. */
export const exclusive: readonly (readonly string[])[] = [
  ['一等奖', '二等奖', '三等奖', '优秀奖', '特等奖'],
  ['金', '银', '铜'],
  ['国家级', '省级', '市级', '县级', '区级', '镇级', '校级'],
  ['A级', 'B级', 'C级', 'D级'],
  ['优秀', '良好', '合格', '不合格', '较差', '一般'],
  ['小学', '初中', '高中', '幼儿园', '大学'],
  ['博士', '硕士', '本科', '大专', '专科'],
  ['党政', '企业', '事业', '学校', '医院'],
  ['东部', '中部', '西部', '东北'],
];
