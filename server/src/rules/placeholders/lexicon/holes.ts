/**
 * Places where a name was cut out and the sentence closed over the hole, as patterns that no whole sentence has: a verb that must have a place
 * stands before a comma, a preposition before 的, two conjunctions meet. After the government patterns (带宾语) of the 《现代汉语八百词》 for the verbs
 * and prepositions named here; every entry was tried on finished texts, and those that a whole sentence can have as well were left out.
 */
export interface Hole {
  /** Where the pattern begins: each of these characters may be the first. */
  readonly first: string;
  /** The character behind it is one of these; '' for any. Both together tell where the pattern is tried. */
  readonly second: string;
  /** Sticky; matches from the first character on. */
  readonly pattern: RegExp;
  /** Offset of the hole in the match; -1 for its end. */
  readonly at: number;
  /** Characters (or the end of a word) before the match with which nothing is missing. */
  readonly unless?: RegExp;
  /** What was cut out. */
  readonly missing: string;
  /** What is odd, to be said after the quoted words. */
  readonly why: string;
}

/** A place comes behind these verbs; 来到 also stands alone, of days and seasons. */
const stop = '[，。；、：！？,;:!?”’）)]';
const seasons =
  /(?:[的春夏秋冬年节日代天刻时夜晨季期一月晚]|(?:胜利|机会|机遇|幸福|光明|希望|春风))(?:即将|将|已经|已|就要|快要|终于)?$/;
const visits = '(?:进行|投资|考察|洽谈|参观|视察|调研|指导|创业|兴业|旅游|做客|观光|工作|学习|检查|参加|召开|举办)';

export const holes: readonly Hole[] = [
  {
    first: '来',
    second: '到',
    pattern: new RegExp(`来到(?=${stop}|$)`, 'y'),
    at: 2,
    unless: seasons,
    missing: '地名',
    why: '“来到”后面没有地名',
  },
  {
    first: '来',
    second: '到',
    pattern: new RegExp(`来到(?=${visits})`, 'y'),
    at: 2,
    unless: /的$/,
    missing: '地名',
    why: '“来到”后面没有地名',
  },
  {
    first: '来',
    second: '自',
    pattern: new RegExp(`来自于?(?=${stop}|的|$)`, 'y'),
    at: 2,
    missing: '地名或单位',
    why: '“来自”后面没有宾语',
  },
  {
    first: '位',
    second: '于',
    pattern: new RegExp(`位于(?=${stop}|的|$)`, 'y'),
    at: 2,
    missing: '地名',
    why: '“位于”后面没有地名',
  },
  {
    first: '地',
    second: '处',
    pattern: new RegExp(`地处(?=${stop}|的|$)`, 'y'),
    at: 2,
    unless: /[基此异各该当本就]$/,
    missing: '地名',
    why: '“地处”后面没有地名',
  },
  {
    first: '坐',
    second: '落',
    pattern: new RegExp(`坐落[于在](?=${stop}|的|$)`, 'y'),
    at: 3,
    missing: '地名',
    why: '“坐落”后面没有地名',
  },
  {
    first: '隶',
    second: '属',
    pattern: new RegExp(`隶属于(?=${stop}|的|$)`, 'y'),
    at: 3,
    missing: '单位',
    why: '“隶属于”后面没有单位',
  },
  {
    first: '赴',
    second: '考学调招洽',
    pattern: /赴(?=考察|学习考察|调研|招商|洽谈)/y,
    at: 1,
    unless: /[奔共]$/,
    missing: '地名',
    why: '“赴”后面没有地名',
  },
  {
    first: '欢邀',
    second: '迎请',
    pattern: /(?:欢迎|邀请)[一-龥]{0,8}[^来得达直提谈想看做找遇收受感回等请]到(?=投资|考察|做客|参观|旅游|观光|创业)/y,
    at: -1,
    missing: '地名',
    why: '“到”后面没有地名',
  },

  {
    first: '成称誉',
    second: '为',
    pattern: /(?:成为|称为|誉为)(?=[，。；、,;])/y,
    at: 2,
    unless: /[达变]$/,
    missing: '名称',
    why: '后面没有宾语',
  },
  {
    first: '命任',
    second: '名命',
    pattern: /(?:命名为|任命为)(?=[，。；、,;])/y,
    at: 3,
    missing: '名称',
    why: '后面没有宾语',
  },

  {
    first: '对关按围针由鉴基',
    second: '于照绕对',
    pattern: /(?:对于|关于|按照|围绕|针对|由于|鉴于|基于)(?=[，。；、,;]|的(?!是|确))/y,
    at: 2,
    unless: /(?:缘|理|归|源|自|不|相)$/,
    missing: '宾语',
    why: '介词后面没有宾语',
  },
  { first: '为', second: '了', pattern: /为了的/y, at: 2, missing: '宾语', why: '介词后面没有宾语' },
  {
    first: '对',
    second: '来而',
    pattern: /对(?:来[说讲看]|而言)/y,
    at: 1,
    unless: /[相绝针反核校]$/,
    missing: '名称',
    why: '“对……来说”“对……而言”中间没有名称',
  },
  {
    first: '从',
    second: '到',
    pattern: /从到/y,
    at: 1,
    unless: /[服听自随遵]$/,
    missing: '地名或名称',
    why: '“从……到”中间没有名称',
  },
  {
    first: '以',
    second: '为',
    pattern:
      /以为(?:例|核心|重点|中心|代表|龙头|抓手|载体|支撑|依托|契机|统领|引领|目标|导向|主体|纽带|突破口)(?=[，。；、,;的]|，|$)/y,
    at: 1,
    unless: /[引所自误都原认可予]$/,
    missing: '名称',
    why: '“以……为”中间没有名称',
  },
  {
    first: '与和同跟',
    second: '相',
    pattern: /[与和同跟]相(?:比|适应|匹配|衔接|媲美)/y,
    at: 1,
    unless: /[参给赋授总饱不协共]$/,
    missing: '名称',
    why: '“与……相”中间没有名称',
  },

  {
    first: '和',
    second: '的，。；、,;',
    pattern: /和(?=[的，。；、,;])/y,
    at: 1,
    unless: /(?:[总饱温祥平柔谐调缓附中共亲随暖晴融讲说求维昌议媾违应唱谦太元永雍泰宽祥要非]|地利、?人)$/,
    missing: '名称',
    why: '“和”后面没有并列的另一项',
  },
  {
    first: '与',
    second: '的，。；、,;',
    pattern: /与(?=[的，。；、,;])/y,
    at: 1,
    unless: /[参给赋授赠付干相施寄赐准]$/,
    missing: '名称',
    why: '“与”后面没有并列的另一项',
  },
  {
    first: '以',
    second: '及',
    pattern: /以及(?=[的，。；、,;])/y,
    at: 2,
    missing: '名称',
    why: '“以及”后面没有并列的另一项',
  },
  {
    first: '和与及',
    second: '以及',
    pattern: /(?:和以及|与以及|及以及|和及)(?!时)/y,
    at: 1,
    unless: /[总饱温祥平柔谐调缓附中共亲随普涉波参给]$/,
    missing: '名称',
    why: '两个连词连在一起，中间没有名称',
  },

  {
    first: '把将使让',
    second: '县区市省镇乡村',
    pattern: /[把将使让][县区市省镇乡村](?=建设成|打造成|打造为|建成|变成|发展成|成为|列入|列为|作为)/y,
    at: 1,
    missing: '地名',
    why: '行政区名称只剩通名',
  },
  {
    first: '第',
    second: '一二三四五六七八九十0123456789',
    pattern: /第[一二三四五六七八九十\d]{1,3}名[县区市省州](?![区市县级长委])/y,
    at: 3,
    missing: '地名',
    why: '行政区名称只剩通名',
  },
  {
    first: '近今去明最目日下年随会',
    second: '期日年近前内后半一',
    pattern:
      /(?:近期|近日|今年|去年|明年|最近|目前|日前|年内|随后|会后|下半年|下一步)[市县区省](?=将举|将召|将组|将承|将出|将启|已举|已召|已出|正在|将在|将对|将于)/y,
    at: 2,
    missing: '地名',
    why: '行政区名称只剩通名',
  },
  {
    first: '，。；,;在',
    second: '委',
    pattern: /[，。；,;在]委(?=常委会|部署|决定|召开了|书记)/y,
    at: 1,
    missing: '地名',
    why: '“委”前面没有地名',
  },
  { first: '中', second: '共', pattern: /中共委员会/y, at: 2, missing: '地名', why: '党委名称里没有地名' },

  {
    first: '向由请受让经',
    second: '同 \t',
    pattern:
      /[向由请受让经]\s{0,6}同志(?=学习|致以|宣读|作|主持|讲|任|担任|牵头|负责|委托|通报|安排|介绍|总结|汇报|提议)/y,
    at: 1,
    missing: '姓名',
    why: '“同志”前面没有姓名',
  },
  {
    first: '局县市区镇乡院校厅',
    second: '局县市区镇乡院校厅',
    pattern: /([局县市区镇乡院校厅])\1长同志(?=发言|汇报|讲话|宣读|作(?:[表交汇]|重要)|主持)/y,
    at: 3,
    missing: '姓名',
    why: '职务和“同志”之间没有姓名',
  },
  {
    first: '，。；,;',
    second: '同',
    pattern: /[，。；,;]同志(?=宣读|作了|主持|讲话|指出|强调|还要|通报|安排了|代表)/y,
    at: 1,
    missing: '姓名',
    why: '“同志”前面没有姓名',
  },

  {
    first: '第',
    second: '届次名个教',
    pattern: /第(?=届|次[全会党代]|名[，。；、次]|个(?:教师|记者|护士|建军|国庆|五年|百年)|教师节)/y,
    at: 1,
    unless: /[及次门登等品科府落]$/,
    missing: '数字',
    why: '“第”后面没有数字',
  },
  {
    first: '%',
    second: '',
    // %%省: a mask of its own kind.
    pattern: /%(?!%*[省市县区镇])/y,
    at: 0,
    unless: /[^一-龥]$|[一二三四五六七八九十百千几多半点数个零两〇某成余两的]$|^$/,
    missing: '数字',
    why: '百分号前面没有数字',
  },
  // 选举工作将于月至月展开; 组织学习县委发号文件
  {
    first: '于自从',
    second: '月',
    pattern: /[于自从]月[至到]月/y,
    at: 1,
    missing: '月份',
    why: '“月”前面没有数字',
  },
  {
    first: '发',
    second: '号',
    pattern: /发号文?件/y,
    at: 1,
    unless: /[印转签下]$/,
    missing: '文号',
    why: '“号”前面没有数字',
  },
  // 占全镇面积的%，
  {
    first: '的',
    second: '%％',
    pattern: /的[%％](?=[，。；、,;）)]|以上|左右)/y,
    at: 1,
    missing: '数字',
    why: '百分号前面没有数字',
  },
  // 区域面积平方公里，辖个行政村
  {
    first: '面里长',
    second: '积程度',
    pattern: /(?:面积|里程|长度)(?:约为?|达到?|为)?(?=平方(?:公里|千米|米)|公里[，。；、,;])/y,
    at: -1,
    missing: '数字',
    why: '单位前面没有数字',
  },
  {
    first: '辖共达',
    second: '个',
    pattern: /[辖共达]个(?=行政村|自然村|乡镇|村[，。；、民]|社区|街道|项目|企业|贫困村|居委会)/y,
    at: 1,
    missing: '数字',
    why: '“个”前面没有数字',
  },
  // 因病请假　　　　名，出席会议的代表　　　　名
  {
    first: '假表共到计席应实人',
    second: ' \t',
    pattern: /[假表共到计席应实人]\s{2,16}[名人件份](?=[，。；、,;）)])/y,
    at: 1,
    missing: '数字',
    why: '“名”“人”一类量词前面空着',
  },
  {
    first: '.．',
    second: '亿万%％个',
    pattern: /[.．](?=[万亿](?:元|美元|人|吨|亩|户|千瓦|平方)|[%％]|个百分点)/y,
    at: 0,
    unless: /[^一-龥]$|^$/,
    missing: '数字',
    why: '小数点前后没有数字',
  },
  {
    first: '月',
    second: '日',
    pattern: new RegExp(`月日(?=${stop}|[上下晚凌至到，]|[省市县区我全国][委政召]|$)`, 'y'),
    at: 0,
    unless: /(?:(?:生|写|注明|具体|的|签署|何)年|[\dXx×*某一二三四五六七八九十○□＿岁日])$/,
    missing: '日期',
    why: '“月”“日”前面没有数字',
  },
  {
    first: '年',
    second: '月',
    pattern: /年月(?=[上中下]旬|底|初|份|以来)/y,
    at: 1,
    unless: /[\dXx×*]$|[多成整长经生]$/,
    missing: '月份',
    why: '“月”前面没有数字',
  },
  // 2024年　月　日
  {
    first: '年',
    second: ' \t',
    pattern: /年\s{1,6}月(?=\s{0,6}日|[，。；、]|$)/y,
    at: 1,
    missing: '月份和日期',
    why: '“月”“日”前面空着',
  },
  // 总投资约 亿元, 全长 米: the figure is gone, the space around it stands.
  {
    first: '约为达长宽高资共破过期时积率值量额速设近立',
    second: ' \t',
    pattern:
      /[\u4e00-\u9fff]\s{1,6}(?:[万亿]元|[万亿](?:吨|亩|人|名|户)|年(?:多来|来|多的)|平方|公里|米(?=[，。；、])|个(?:月|百分点|项目|工作日)|项(?!目)|[%％]|元(?=[，。；、]))/y,
    at: 1,
    missing: '数字',
    why: '单位前面空着',
  },
  // 工程位于 ，
  {
    first: '于',
    second: ' \t',
    pattern: /于\s{1,6}[，。；]/y,
    at: 1,
    unless: /[^位处落]$/,
    missing: '地名',
    why: '后面没有地名',
  },
  // 我代表 ，向大家问好
  {
    first: '代',
    second: '表',
    pattern: /代表\s{1,6}[，,]?(?=向|对|宣布|作)/y,
    at: 2,
    unless: /(?:^|[^我谨])$/,
    missing: '名称',
    why: '“代表”后面空着',
  },
  // 年月，组织派我到村里: the day somebody came
  {
    first: '年',
    second: '月',
    pattern: /年月(?=[，,])/y,
    at: 0,
    unless: /[^，。；：！？,;:]$/,
    missing: '年份和月份',
    why: '“年”“月”前面没有数字',
  },
  {
    first: '增下提',
    second: '长降高',
    pattern: /(?:增长|下降|提高)、(?=[；，。、]|$)/y,
    at: 2,
    missing: '数字',
    why: '“、”前面没有数字',
  },
  {
    first: '接游人收',
    second: '待客人数入',
    pattern: /(?:游客|游人|人数|接待|收入)(?=万人次[，。；、,;）)]|万元[；、])/y,
    at: -1,
    unless: /(?:过|超|上|近)$/,
    missing: '数字',
    why: '“万”前面没有数字',
  },
  { first: '连', second: '续', pattern: /连续个(?!人)/y, at: 2, missing: '数字', why: '“个”前面没有数字' },
  {
    first: '完总到实增税支',
    second: '成投资产税位现加收出额值量',
    pattern:
      /(?:(?:完成|总|到位|实现|增加)(?:投资|资金|产值|税收|收入|值)|税收收入|支出|总[额值量])(?:完成|达到?|为|约)?(?=[万亿]元[，。；、,;）)])/y,
    at: -1,
    missing: '数字',
    why: '“万元”“亿元”前面没有数字',
  },
  {
    first: '（(',
    second: ' \t）)',
    pattern: /[（(]\s[）)]/y,
    at: 1,
    unless: /[A-Za-z]$/,
    missing: '内容',
    why: '括号里是空的',
  },
  { first: '“', second: '” \t', pattern: /“\s{0,8}”/y, at: 1, missing: '内容', why: '引号里是空的' },
  { first: '《', second: '》', pattern: /《》/y, at: 1, missing: '文件或书刊名称', why: '书名号里是空的' },
];
