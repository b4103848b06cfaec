/**
 * Frames of sentences that a template leaves open: what is missing is told by the verb before the mask and the noun behind it. They are asked before those
 * of blank-frames.ts, in their order.
 */
import { openSide as any, type Frame } from './blank-frames.ts';

const closes = /^(?=$|[，。；、])/;

export const templateFrames: readonly Frame[] = [
  // 由XX主持, 由XX宣读
  {
    before: /由$/,
    after: /^(?:主持|宣读|汇报|通报|作(?:动员|总结|重要|表态|报告))/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  // XX挺身而出
  { before: any, after: /^(?:挺身而出|义无反顾|主动请缨|不顾个人)/, kind: 'person', what: '姓名', firm: true },
  // 一名叫XX的村民, 向XX学习, 做XX式的好干部
  { before: /[名他她]叫$/, after: any, kind: 'person', what: '姓名', firm: true },
  { before: /(?:^|[，。；、])向$/, after: /^学习(?=$|[，。；、])/, kind: 'person', what: '姓名', firm: true },
  { before: any, after: /^式的?好?(?:干部|党员|书记|英雄)/, kind: 'person', what: '姓名', firm: true },
  // XX官兵, 以XX为代表的龙头企业
  { before: /(?:^|[^驻])$/, after: /^官兵/, kind: 'org', what: '单位名称', firm: true },
  { before: any, after: /^为代表的[^，。]{0,6}(?:企业|公司|集团)/, kind: 'org', what: '企业名称', firm: true },
  // 传达学习了XX，审议通过了XX。 我县XX工作; 确保XX考核通过
  { before: /(?:传达学习|学习传达|审议通过)了?$/, after: closes, kind: 'text', what: '文件名称', firm: true },
  { before: /[我全][省市县区镇乡]$/, after: /^工作/, kind: 'text', what: '事项', firm: true },
  { before: /确保$/, after: /^(?:考核|验收|检查)/, kind: 'text', what: '事项', firm: true },
  { before: /(?:调任|转任|升任|改任)$/, after: closes, kind: 'text', what: '职务', firm: true },
  // XX以前，必须完成
  { before: /(?:^|[，。；])$/, after: /^[以之]前[，,]/, kind: 'date', what: '日期', firm: true },
  // 根据XX《关于…的通知》（XX〔20XX〕X号）
  { before: /(?:根据|按照)$/, after: /^《/, kind: 'org', what: '发文单位', firm: true },
  { before: /[（(]$/, after: /^(?:字|发|办发|政发)?〔/, kind: 'text', what: '发文机关代字', firm: true },
  // 被XX评为先进单位
  {
    before: /被$/,
    after: /^(?:评为|授予|命名为|确定为|列为|认定为|评定为|表彰)/,
    kind: 'org',
    what: '单位名称',
    firm: true,
  },
  // 由XX牵头，XX、XX配合
  { before: /[，、由]$/, after: /^(?:配合|协助)(?=[，。；])/, kind: 'org', what: '单位名称', firm: true },
  // XX、XX的负责同志
  { before: any, after: /^的(?:主要|分管|有关|相关)?(?:负责同志|负责人)/, kind: 'org', what: '单位名称', firm: true },
  // 取得XX成绩, 面对XX的形势, 就XX问题, 参加了XX教育, 今年XX岁，XX学历
  { before: /取得了?$/, after: /^(?:成绩|成效|进展|成果|突破|实效)/, kind: 'text', what: '内容', firm: true },
  { before: /面对$/, after: /^的[^，。]{0,4}(?:形势|局面|挑战|考验|压力)/, kind: 'text', what: '内容', firm: true },
  { before: /就$/, after: /^(?:问题|工作|事项|情况|方案)/, kind: 'text', what: '事项', firm: true },
  { before: /参加了?$/, after: /^教育/, kind: 'text', what: '内容', firm: true },
  { before: any, after: /^学历/, kind: 'text', what: '学历', firm: true },
  { before: /的$/, after: /^物资/, kind: 'text', what: '名称', firm: true },
  // 创建XX先进县
  {
    before: /创建(?:为|成)?$/,
    after: /^(?:示范|先进|模范|文明|卫生|生态|园林)/,
    kind: 'text',
    what: '荣誉名称',
    firm: true,
  },
  // 获评全国XX先进县
  {
    before: /(?:全[国省市]|国家级?|省级|市级)$/,
    after: /^(?:示范|先进|模范|文明|标兵|百强|十强)[省市州县区镇乡村单集个]/,
    kind: 'text',
    what: '荣誉名称',
    firm: true,
  },
  // XX问题比较突出, 群众对XX反映强烈, XX做法被推广
  {
    before: any,
    after: /^等?问题(?:还|仍|依然|比较|较为|十分|突出|严重|尚未|没有|得不到)/,
    kind: 'text',
    what: '问题',
    firm: true,
  },
  { before: /对$/, after: /^的?反映(?:强烈|较多|集中|突出)/, kind: 'text', what: '问题', firm: true },
  { before: any, after: /^(?:做法|经验)(?:被|在|得到|获|受到|入选)/, kind: 'text', what: '名称', firm: true },
  // XX、XX两大主导产业
  {
    before: any,
    after: /^等?(?:[两二三四五六七八九十\d]+大)?(?:主导|支柱|特色|优势|首位)产业/,
    kind: 'text',
    what: '产业名称',
    firm: true,
  },
  // 聚焦XX、XX三个领域, 分析了XX形势; 邮箱：XX@XX.com
  {
    before: any,
    after: /^等?(?:[两二三四五六七八九十\d]+(?:个|大))?(?:重点|关键)?(?:领域|行业|环节)(?=$|[，。；、开集])/,
    kind: 'text',
    what: '名称',
    firm: true,
  },
  { before: /(?:分析|研判|把握|认清)了?$/, after: /^形势/, kind: 'text', what: '内容', firm: true },
  { before: any, after: /^@/, kind: 'text', what: '邮箱', firm: true },
  { before: /@$/, after: any, kind: 'text', what: '邮箱', firm: true },
  // “XX+XX”模式
  { before: /[“"『]$/, after: /^[+＋]/, kind: 'text', what: '名称', firm: true },
  { before: /[+＋]$/, after: /^(?:[+＋]|[”"』]?(?:模式|机制|行动|工程|服务))/, kind: 'text', what: '名称', firm: true },
  // 年产XX, 距离目标还差XX
  { before: /(?:年产|还差|仅差|相差)$/, after: closes, kind: 'number', what: '数量', firm: true },
];
