/**
 * Frames whose words stand right at the mask, where a word table is too coarse: figures (科技进步X等奖, 省道XX至XX段) and names (XX科技、XX组). They are asked
 * at their place in the ladder of blank-kinds.ts; the first row that fits decides.
 */
import { type Frame, openSide } from './blank-frames.ts';

/** No digit before the mask: it is no part of a figure. */
const noDigit = /(?:^|[^\d.])$/;

/** Words that filters cut out, whatever follows; looked at first. */
export const cutFrames: readonly Frame[] = [
  // 县委、县XX决定, 县人民XX与各乡镇签订: the government is what filters cut out most.
  {
    before: /(?:省委、省|市委、市|区委、区|县委、县|镇党委、镇|乡党委、乡|[省市区县镇乡]人民)$/,
    after: /^(?:$|[，。；、]|决定|研究|领导|高度|和|与|对|的|已|办|主要|关于|印发|出台)/,
    kind: 'org',
    what: '单位名称',
    firm: true,
  },
];

/** What a figure in the making is, or what only looks like one; looked at before its unit is. */
export const figureFrames: readonly Frame[] = [
  // **74万人民: the people of a place, and how many they are.
  {
    before: noDigit,
    after: /^\d[\d.]{0,5}[多余]?[万亿]?[多余]?(?:各族)?(?:人民|群众|干部|儿女|父老|百姓|市民|农民|党员)/,
    kind: 'place',
    what: '地名',
    role: 'place:',
    firm: false,
  },
  // 科技进步X等奖
  { before: openSide, after: /^等(?:[奖功舱]|医院|残疾)/, kind: 'number', what: '等级', takes: 1, firm: true },
  // 受理来信X（件）X批: the unit stands in brackets.
  {
    before: openSide,
    after: /^[（(]([个件批人户项次名起宗])[）)]/,
    kind: 'number',
    what: '数量（$1）',
    takes: 3,
    firm: true,
  },
  // 省道XX至XX段: where the stretch ends. G541XX段 is a stretch of a road.
  { before: /[至到]$/, after: /^段/, kind: 'place', what: '地名', takes: 1, firm: true },
  { before: /(?:^|[^\dA-Za-z])[GSX]\d{2,4}$/, after: /^段/, kind: 'place', what: '地名', takes: 1, firm: true },
  // 给予XX处分: what kind, not how many
  { before: openSide, after: /^处[分罚]/, kind: 'text', what: '内容', takes: 0, firm: true },
  // 工作已经XX年了, 在XX年里
  { before: /(?:已经|工作了?|整整)$/, after: /^年(?:了|多)/, kind: 'number', what: '数量（年）', takes: 1, firm: true },
  { before: /在$/, after: /^年[里间]/, kind: 'number', what: '数量（年）', takes: 1, firm: true },
  // XX线XX段施工: a line, and a stretch of it.
  {
    before: noDigit,
    after: /^线(?=[Xx×*○]|公路|道路|铁路|全线|[段沿两改拓施建通贯至])/,
    kind: 'place',
    what: '线路名称',
    takes: 1,
    firm: true,
  },
  { before: /线$/, after: /^段/, kind: 'place', what: '地名', takes: 1, firm: true },
  // 省委XX部XX处: no count of departments.
  {
    before: /(?:[省市县区州]委|[部厅局])$/,
    after: /^[部处科](?=[，。、和及的负]|$|[Xx×*○某])/,
    kind: 'org',
    what: '单位名称',
    takes: 1,
    firm: true,
  },
  // 信访人××年过七旬
  {
    before: noDigit,
    after: /^年(?:[过近逾]|仅)[\d一二三四五六七八九古花耄]/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  // 查处XX案，: cases that are counted.
  {
    before: /(?:查[处办获]|侦[破办]|破获|办结|立案|受理|审结|案件)$/,
    after: /^案(?=$|[，。；、\dXx×*])/,
    kind: 'number',
    what: '数量（案）',
    takes: 1,
    firm: true,
  },
  // 县政府X楼会议室
  {
    before: openSide,
    after: /^楼(?:[大小东西南北]?会议室|多功能厅|报告厅)/,
    kind: 'number',
    what: '楼层',
    takes: 1,
    firm: true,
  },
  // 限XX日内整改
  { before: /(?:^|[^\d.月])$/, after: /^日内/, kind: 'number', what: '数量（日）', takes: 1, firm: true },
];

/** Counts without a measure word; looked at when the mask is no figure otherwise. */
export const countFrames: readonly Frame[] = [
  // 3个村1200户XX贫困人口: people as a figure counts them.
  {
    before: /[\d户村镇乡个名]$/,
    after:
      /^(?:建档立卡|农村|城镇|剩余|存量)?(?:贫困|脱贫|返贫|农业|常住|户籍|流动|搬迁|受灾|参保|就业)?(?:人口|群众(?=脱贫|搬迁|受灾)|劳动力|学生|党员)/,
    kind: 'number',
    what: '数量',
    firm: true,
  },
  // 世界XX强
  {
    before: /(?:世界|国内|行业|全国|中国|全球|企业|全省|全市|百|工业|民营|制造业)$/,
    after: /^强/,
    kind: 'number',
    what: '数量（强）',
    takes: 1,
    firm: true,
  },
  // X大产业
  {
    before: openSide,
    after:
      /^大(?:产业|工程|行动|任务|体系|板块|集群|平台|领域|重点|支柱|战略|措施|举措|突破|优势|问题|短板|攻坚|基地|片区|园区|抓手|环节|方面|要素|转变|特色|主导|专项|类|机遇|挑战|理念|变化|亮点|关系|中心)/,
    kind: 'number',
    what: '数量',
    firm: true,
  },
];

/** How names end whose last word is cut short, or is too common a character for a table of words. */
export const nameFrames: readonly Frame[] = [
  // ×老的一生, ××老几十年: an old man, by his surname.
  {
    before: openSide,
    after: /^老(?:$|[，。；、！的为是您同在一])/,
    alone: true,
    kind: 'person',
    what: '姓名',
    takes: 1,
    firm: true,
  },
  { before: openSide, after: /^老(?:$|[，、]|几十年|一辈子)/, kind: 'person', what: '姓名', takes: 1, firm: true },
  // XX科技、XX电子: companies whose form is left out, alone or before another; XX科技、教育 are what a place has.
  {
    before: openSide,
    after:
      /^(?:科技|新材料|新能源|电子|实业|制药|生物|食品|光电|机械|重工|医药|农牧|纺织|服饰|精工)(?:、?(?=[Xx×*＊○□某_＿])|的(?=[“《])|(?=董事长|总经理|创始人|负责人)|[，。；等]|$)/,
    kind: 'org',
    what: '企业名称',
    takes: 2,
    firm: true,
  },
  {
    before: openSide,
    after:
      /^(?:农业科技?|农业发展|畜牧|牧业|养殖|饲料|乳业|建材|水泥|电气|电器|化工|纸业|包装|家居|家具|钢构|机电|汽车|物流|环保|地产|置业|传媒|网络|通信)(?:限期|二期|一期|已建成|正式投产|投产|签约|落户|入选|获评|纳税|、(?=[Xx×*＊○□某_＿])|等(?:[一多几数\d]|企业|公司))/,
    kind: 'org',
    what: '企业名称',
    takes: 2,
    firm: true,
  },
  // 位于本县XX部, 地处XX部: where in it.
  { before: /(?:位于|地处|坐落在)[^，。；]{0,8}$/, after: /^部/, kind: 'place', what: '方位', takes: 1, firm: true },
  // XX团做贡献: a regiment, a troupe.
  {
    before: openSide,
    after: /^团(?![结队委员支长体购伙圆聚章课校内]|建(?!设))/,
    kind: 'org',
    what: '单位名称',
    takes: 1,
    firm: true,
  },
  // XX科牵头, XX组汇报
  {
    before: openSide,
    after: /^科(?:$|[，。；、的]|科长|副科长|室|牵头|负责|提供|承办|配合|具体)/,
    kind: 'org',
    what: '单位名称',
    takes: 1,
    firm: true,
  },
  { before: openSide, after: /^组(?![织建成合装团])/, kind: 'org', what: '单位名称', takes: 1, firm: true },
];
