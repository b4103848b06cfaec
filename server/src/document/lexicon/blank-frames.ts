/**
 * What stands on both sides of a mask, where neither side alone tells what is missing: 以XX为抓手, 由XX承建, 占全省的XX。 The first frame that fits decides, so that
 * the narrower ones stand first.
 */
import type { BlankKind } from '../tokens.ts';

/** How much of each side a frame may ask for, in characters. */
export const frameReach = 14;

/** What stands on both sides of a mask, and what belongs between: 以XX为抓手, 迎接XX的到来. */
export interface Frame {
  /** The characters before the mask, `frameReach` of them. */
  readonly before: RegExp;
  /** The next characters, as many. */
  readonly after: RegExp;
  readonly kind: BlankKind;
  /** `$1` is the first group of `after`. */
  readonly what: string;
  /** Whether nothing else could stand there. */
  readonly firm: boolean;
  /** The same missing thing wherever it has this name; '' or none: each by itself. */
  readonly role?: string;
  /** How many characters behind the mask belong to what it stands for. */
  readonly takes?: number;
  /** Whether only a mask of one character stands here. */
  readonly alone?: boolean;
}
/** Whatever stands there. */
export const openSide = /(?:)/;
const any = openSide;
/** Verbs of which a place is hardly ever the object. */
const mattersDone =
  /(?:压[实紧]|严守|补齐|[抓做][好实细牢]|狠抓|强化|开展|探索|出台|制定|深化|落实|健全|完善|规范|打击|防范|化解|整治|排查|受理|推行|实行|执行|坚持|树立|增强|夯实|破[除解]|克服|严防|杜绝|建立|畅通|培训|针对)(?:了|好)?$/;

export const frames: readonly Frame[] = [
  // XX领导在全市大会上的讲话: the head of a title.
  { before: /^$/, after: /^领导在[^，。；]{4}/, kind: 'person', what: '姓名', firm: false },
  // XX专门编发了我市的做法
  {
    before: any,
    after: /^(?:专门|先后|连续|多次)?(?:编发|刊发|刊登|刊载|转发|推介|报道)了/,
    kind: 'org',
    what: '媒体名称',
    firm: true,
  },
  // XX在全国会议上强调: who says what others are to do.
  {
    before: /(?:^|[，。；：、！？”]|[刚方]才|[书会]记|同志)$/,
    after:
      /^在[^，。；]{2,12}(?:[会坛班]|会议|调研|视察|考察|讲话|批示)[上时中]?(?:再次|多次|反复|明确|特别|曾)?(?:强调|指出|要求)/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  // XX来XX工作后; 由负增长XX转为增长XX
  {
    before: /(?:^|[，。；、]|同志|书记)$/,
    after: /^[来到调](?:任)?[Xx×*＊○□＿_某]{1,4}(?:工作|任职|任)/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  { before: /(?:增长|下降|亏损|盈利)$/, after: /^[转变][为到]/, kind: 'number', what: '数量', firm: true },
  // 从刚才XX通报的情况看; XX带领大家走了一圈
  {
    before: /(?:[刚方]才|从)$/,
    after: /^(?:通报|汇报|介绍|讲|发言|点评|安排|部署|反馈|传达)的/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  {
    before: any,
    after: /^带领(?:大家|我们|同志|队员|村民|群众|党员|乡亲|班子)/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  // 围绕XX，: a topic.
  { before: /(?:围绕|聚焦|紧扣)$/, after: /^(?:$|[，。；、])/, kind: 'text', what: '内容', firm: false },
  // 军分区XX领导、市委XX领导: one of those who lead the body.
  {
    before: /(?:军分区|人大|政协|纪委|[省市区县]委|[省市区县]政府)$/,
    after: /^领导(?!班子|小组|下|机关|干部)/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  // 公司党委XX兼董事长: the post itself.
  { before: /(?:党委|党组|县委|市委|省委|区委|集团|公司)$/, after: /^兼/, kind: 'text', what: '职务', firm: true },
  // 在几十年的XX工作生涯中, 坚持XX信念
  { before: any, after: /^(?:工作)?生涯|^信[念仰]/, kind: 'text', what: '内容', firm: true },
  // What a template leaves open is a matter: XX任务, XX事项, XX课题, XX率达九成, 将XX纳入考核.
  { before: any, after: /^(?:中心)?任务(?!书)|^事项|^课题/, kind: 'text', what: '内容', firm: true },
  { before: any, after: /^率(?:达|为|超|提高|下降|低于|[，。\dXx×*])/, kind: 'text', what: '内容', firm: true },
  { before: /将$/, after: /^纳入(?:[年度]|绩效|目标|考核|考评|综合)/, kind: 'text', what: '内容', firm: true },
  {
    before: /(?:加大|增加)(?:了|对)?$/,
    after: /^(?:投入|力度|支持|宣传|执法|整治|培训)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  { before: /(?:充实|配强|整合)$/, after: /^力量/, kind: 'text', what: '内容', firm: true },
  {
    before: /(?:强化|完善|健全|提供|夯实)$/,
    after: /^(?:保障|支撑|考核|监督|宣传|培训)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  {
    before: /(?:存在|解决|破解|防止|克服)$/,
    after: /^(?:不[^，。；]{1,6})?(?:问题|难题|现象|短板|顽疾)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  { before: /(?:落实|按照|对照)$/, after: /^要求/, kind: 'text', what: '内容', firm: true },
  {
    before: /[将把]$/,
    after: /^作为(?:重[要点大中]|首要|头等|突破口|抓手|主线|核心)|^工作(?:抓|做|摆|放|落)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  {
    before: /(?:推动|确保|促进|把|将)$/,
    after: /^(?:落地见效|落到实处|落实落细|落地生根|走深走实)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  { before: /(?:负责|(?:专题|专门|集体)研究)$/, after: /^(?:$|[，。；])/, kind: 'text', what: '内容', firm: true },
  { before: /(?:抓好|开展|深化|加强|推进)$/, after: /^整治(?![区办])/, kind: 'text', what: '内容', firm: true },
  // XX同比增长8%, XX数量达到120个, 实现XX收入3亿元: what has grown.
  {
    before: /(?:^|[，。；、])$/,
    after: /^(?:同比|环比)(?:增长|下降|上升|减少|提高|增加)|^数量(?:达|为|突破|超)/,
    kind: 'text',
    what: '指标名称',
    firm: true,
  },
  { before: /(?:实现|完成|带动)$/, after: /^(?:收入|产值|产量|销量|销售)/, kind: 'text', what: '指标名称', firm: true },
  {
    before: any,
    after:
      /^(?:违法|违规|违纪)行为|^(?:主体|监管|属地)责任|^底线|^[难堵痛]点|^(?:若干|具体)?措施|^补贴|^(?:监管|落实)(?:不|存在|还)|^创建工作|^应急(?:演练|预案|处置)|^投诉|^相结合/,
    kind: 'text',
    what: '内容',
    firm: false,
  },
  { before: /[把将]$/, after: /^(?:摆在|放在|挺在|抓在)/, kind: 'text', what: '内容', firm: false },
  { before: /就$/, after: /^(?:作|做|进行)[^，。；为]/, kind: 'text', what: '内容', firm: true },
  { before: /坚持$/, after: /^[与和同]/, kind: 'text', what: '内容', firm: false },
  { before: /由$/, after: /^(?:牵头|具体负责|承担|统筹)/, kind: 'org', what: '单位名称', firm: false },
  { before: /(?:力争|确保|务必|争取)(?:在|于)?$/, after: /^(?:底|之)?前/, kind: 'date', what: '时间', firm: true },
  // 关于做好XX元旦、春节期间有关工作的通知
  { before: /做好$/, after: /^年?(?:元旦|春节|国庆|中秋|五一|端午|清明)/, kind: 'date', what: '年份', firm: true },
  { before: any, after: /^大(?:排查|检查|整治|走访|宣讲|调研|讨论|练兵|比武)/, kind: 'text', what: '内容', firm: true },
  // XX推进不够平衡, XX基础相对薄弱, XX工作总体推进有序: how the matter stands.
  {
    before: any,
    after: /^推进(?:不|缓慢|滞后|有序|情况)|^(?:基础|保障|意识|机制|力量|力度|能力)(?:相对|还?不|较[弱差]|有待|薄弱)/,
    kind: 'text',
    what: '内容',
    firm: false,
  },
  {
    before: /(?:^|[，。；、是]|认识|开创|推动|围绕|做好|抓好)$/,
    after: /^工作(?:总体|推进|的(?:重[大要]|极端)|机制|要点|新局面|质效|进展)/,
    kind: 'text',
    what: '内容',
    firm: false,
  },
  // 加入XX。, 毕业于XX，
  {
    before: /(?:加入了?|退出了?)$/,
    after: /^(?:$|[，。；、])/,
    kind: 'org',
    what: '单位名称',
    firm: false,
  },
  {
    before: /(?:毕业于|就读于|考入|考上|录取到)$/,
    after: /^(?:$|[，。；、的])/,
    kind: 'org',
    what: '学校名称',
    firm: true,
  },
  // 自XX以来, 从XX起
  { before: /(?:^|[，。；、])自$/, after: /^(?:开始|以来|起)/, kind: 'date', what: '时间', firm: true },
  { before: /(?:^|[，。；、])从$/, after: /^(?:起[，。]|开始[，。实施执行])/, kind: 'date', what: '时间', firm: true },
  // 越级访全市XX，: a place in a ranking.
  {
    before: /(?:[访量数率绩]|指标|排名|考核|位[列居])[^，。；]{0,4}全[国省市县区](?:排名|位列)?$/,
    after: /^(?:$|[，。；、])/,
    kind: 'number',
    what: '名次',
    firm: true,
  },
  // 确保XX建设工作顺利开展, XX建成后: something that is being built.
  {
    before: any,
    after:
      /^建设(?:工作|指挥部|项目部|工程|任务|用地|资金|工期|进度|期间)|^(?:建成|竣工|通车|投产|完工|投用|投运|落成)(?:以后|之后|后|通车|投产|使用)/,
    kind: 'text',
    what: '项目名称',
    firm: true,
  },
  {
    before: /(?:认识|做好|确保|关于|搞好)$/,
    after: /^建设(?:的|对|，|。|、|顺利)/,
    kind: 'text',
    what: '项目名称',
    firm: false,
  },
  // XX是经省发改委批准的
  { before: any, after: /^是经.{0,8}(?:批准|立项)/, kind: 'text', what: '项目名称', firm: true },
  // 大型XX开发项目
  {
    before: /(?:大型|重点|重大)$/,
    after: /^(?:[\u4e00-\u9fff]{2})?(?:项目|工程)/,
    kind: 'text',
    what: '项目名称',
    firm: true,
  },
  // 以…同志为***的党中央
  { before: /为$/, after: /^的(?:党中央|领导集体|领导核心|领导班子)/, kind: 'text', what: '职务', firm: true },
  // 请XX按下启动按钮; 请XX，共同推动启动杆
  {
    before: /(?:^|[，。；：、！我们次来将面])(?:有|首先|先|再|恭|邀|特|敬|还)?请$/,
    after: /^(?![各全的等和与及])[\u4e00-\u9fff]|^[，,](?:共同|一起|一同|为|作|上台)/,
    kind: 'person',
    what: '姓名',
    firm: false,
  },
  // 我谨代表XX，向…: the speaker stands for a body.
  {
    before: /我(?:谨|仅)?代表$/,
    after: /^[，,]?(?:向|对|作|讲|就|宣布|致|发言|热烈|诚挚|衷心)/,
    kind: 'org',
    what: '单位名称',
    firm: true,
  },
  // What a topic serves as. A place is a centre, or an example.
  {
    before: /以$/,
    after:
      /^为(?:重点|抓手|主题|主线|载体|契机|镜鉴|目标|统领|引领|指导|指引|遵循|动力|切入点|突破口|着力点|镜(?!头)|鉴|戒)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  // 至6月底共完成XX，占年度计划XX%: a share of what was done comes next.
  {
    before: /(?:完成|实现)(?:了|投资)?$/,
    after: /^[，,]占(?:全年|年度|年初|总)?(?:计划|目标|任务|总)/,
    kind: 'number',
    what: '数量',
    firm: false,
  },
  // 从XX方面着手, 在XX方面
  { before: /从$/, after: /^方面/, kind: 'number', what: '数量', firm: false },
  { before: any, after: /^方面/, kind: 'text', what: '内容', firm: true },
  // 死亡率XX，
  {
    before: /(?:率|占比|比重|指数|得分|评分|系数)(?:为|达到?|是)?$/,
    after: /^(?:$|[ ，。；：！？,;:!?（）()”"])/,
    kind: 'number',
    what: '数量',
    firm: false,
  },
  // 全省XX产业, 做大做强XX精深加工产业: a trade, not a place.
  {
    before:
      /(?:全[国省市县区州]|我[国省市县区州]|壮大|做[大强优]|发展|培育|打造|主导|支柱|传统|特色|围绕|聚焦|依托|[Xx×*○□某_][省市县区州镇乡])$/,
    after: /^(?:精深加工|特色|全)?产业(?!园|带|基地|工人|大军|办|发展中心)/,
    kind: 'text',
    what: '产业名称',
    firm: false,
  },
  { before: any, after: /^产业(?:作为|是)/, kind: 'text', what: '产业名称', firm: false },
  // 为实现XX而努力奋斗
  { before: /实现$/, after: /^(?:而|努力|不懈|团结)?奋斗|^而努力/, kind: 'text', what: '内容', firm: false },
  // 中国X成立100周年: what a filter cut out.
  { before: /中国$/, after: /^成立/, kind: 'text', what: '内容', firm: true },
  // 深化XX建设: a matter.
  { before: /深化$/, after: /^[\u4e00-\u9fff]/, kind: 'text', what: '内容', firm: false },
  // 迎接XX的到来: an occasion.
  {
    before: /迎接$/,
    after: /^(?:$|[ ，。；：、！,;])|^的?(?:到来|胜利|召开|隆重|圆满|举[行办]|检查|验收)/,
    kind: 'event',
    what: '会议或活动名称',
    role: 'event:',
    firm: false,
  },
  // XX、XX连续两年: two years.
  { before: /[、和与]$/, after: /^连续[两二三四五2-5]年/, kind: 'date', what: '年份', firm: true },
  // 积极响应XX政策
  {
    before: /(?:响应|落实|执行|享受|出台|贯彻)(?:了|好)?$/,
    after: /^(?:惠民|补贴|优惠|扶持)?政策/,
    kind: 'text',
    what: '政策名称',
    firm: true,
  },
  // 为进一步做好XX，
  { before: /[做抓搞]好$/, after: /^(?:$|[，。；、])/, kind: 'text', what: '内容', firm: false },
  // 荣获XX先进镇, 被评为“XX”: what an honour is called.
  {
    before: /(?:荣获|获评|评为|荣膺|命名为|跻身)[“"]?$/,
    after: /^(?![省市县区])/,
    kind: 'text',
    what: '荣誉名称',
    firm: false,
  },
  // 先后被XX报道
  {
    before: /被$/,
    after: /^(?:进行了?|予以)?(?:专题|宣传|专版|头版|集中|先后|连续)?(?:报道|刊发|刊登|转载|点赞)/,
    kind: 'org',
    what: '媒体名称',
    firm: true,
  },
  // 对XX工作提出了XX要求, 完成XX投资
  { before: /[对就]$/, after: /^工作(?:提出|进行|作)/, kind: 'text', what: '事项', firm: true },
  { before: /提出了?$/, after: /^(?:要求|目标|意见|建议|任务|举措|措施|思路)/, kind: 'text', what: '内容', firm: true },
  { before: /完成了?$/, after: /^投资/, kind: 'text', what: '事项', firm: true },
  // 以XX建设为抓手: a matter, not the building of a place.
  {
    before: /以$/,
    after: /^建设为(?:载体|抓手|契机|主线|统领|引领|依托|龙头|重点|目标|突破口|切入点)/,
    kind: 'text',
    what: '事项',
    firm: true,
  },
  // 增速达到XX的目标
  {
    before: /(?:达到|增长|增速|下降|不低于|高于)$/,
    after: /^的(?:目标|任务|要求|预期)/,
    kind: 'number',
    what: '数量',
    firm: true,
  },
  // XX亲临指导, 相聚在XX故里; 百余名XX师生
  {
    before: any,
    after: /^(?:亲临|亲自(?:到|率|带队|主持|部署|谋划|挂帅|过问|陪同|出席|指导|督战))/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  { before: any, after: /^故里/, kind: 'person', what: '姓名', firm: true },
  { before: any, after: /^(?:全体)?师生/, kind: 'org', what: '学校名称', firm: true },
  // XX号XX楼会议室
  { before: /号$/, after: /^(?:楼|栋|幢|单元|层|室)/, kind: 'number', what: '号数', firm: true },
  // “渤海湾XX”项目: the rest of a name in quotes.
  {
    before: /[^“"安治丽福康字明谐裕廉信慧色力居]$/,
    after: /^[”"](?:项目|工程)/,
    kind: 'text',
    what: '项目名称',
    firm: false,
  },
  // 返乡创业人员XX创办
  {
    before: /(?:创业|返乡|技术|管理|退役)人[员才]$/,
    after: /^(?:创办|兴办|开办|领办|回乡|返乡|承包|流转|投资)/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  // 关于XX情况的汇报, 关于本县XX问题的通报: a matter.
  { before: /关于$/, after: /^(?:情况|事项|事宜)/, kind: 'text', what: '内容', firm: true },
  { before: any, after: /^(?:问题|事宜|事项)(?:的|，|。|、|$)/, kind: 'text', what: '内容', firm: true },
  // 抓好XX改革
  {
    before: /(?:抓好|推进|推动|深化|开展)$/,
    after: /^(?:领域|制度|体制)?改革/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  // 因XX病抢救无效
  { before: /(?:因|患有?|罹患)$/, after: /^[病症癌]/, kind: 'text', what: '病名', firm: true },
  // 聘任XXX为经理, 免去XXX的…职务: who takes or leaves a post.
  {
    before: /(?:聘任|聘请|任命|选举|推选|推举|提名|增补|免去)$/,
    after: /^为|^的?[^，。；]{0,8}职务|^同志/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  { before: any, after: /^职务/, kind: 'text', what: '职务', firm: true },
  { before: any, after: /^环节/, kind: 'text', what: '内容', firm: true },
  { before: any, after: /^工作者/, kind: 'text', what: '行业名称', firm: true },
  // XX扩能项目: the works are called by what the mask names.
  {
    before: any,
    after:
      /^(?:[一二三四]期|扩能|扩产|扩建|改扩建|技改|技术改造|迁建|续建|搬迁|安置房?|综合体|综合开发|污水处理|水厂|电站|风电|光伏|储能|热电|燃气|冷链|养殖|加工){1,2}(?:建设)?(?:项目|工程)/,
    kind: 'text',
    what: '项目名称',
    firm: false,
  },
  // 现代化XX生产基地: what is made there.
  { before: /现代化$/, after: /^(?:生产|加工|制造)基地/, kind: 'text', what: '产品名称', firm: true },
  // XX营收突破百亿: a company.
  {
    before: any,
    after: /^(?:营收|营业收入|主营业务收入)(?:突破|达|超|同比|实现)/,
    kind: 'org',
    what: '企业名称',
    firm: true,
  },
  // XX资金, XX种植, XX隐患: what it is for, what is grown, what is wrong.
  { before: any, after: /^(?:专项)?资金(?!密集)/, kind: 'text', what: '内容', firm: true },
  { before: /(?:发展|推广)$/, after: /^(?:种植|养殖)/, kind: 'text', what: '产品名称', firm: true },
  { before: any, after: /^(?:安全)?隐患/, kind: 'text', what: '内容', firm: true },
  // 素有“XX之乡”的美誉
  { before: /[“"]$/, after: /^之[乡都城源冠]/, kind: 'text', what: '名称', firm: true },
  // 高速XX标
  { before: any, after: /^标(?:段|[、，。项])/, kind: 'number', what: '标段', firm: true },
  // 会议中心X楼; 三年级（X）班
  { before: /(?:中心|大厦|大楼|宾馆|酒店)$/, after: /^楼/, kind: 'number', what: '楼层', firm: true },
  { before: /[（(]$/, after: /^[）)]班/, kind: 'number', what: '班级', firm: true },
  // X死XX伤, 占X成
  { before: any, after: /^死[Xx×*○□_\d]{1,3}伤/, kind: 'number', what: '人数', firm: true },
  { before: /死$/, after: /^伤/, kind: 'number', what: '人数', firm: true },
  {
    before: /(?:占|近|约|超过?|达到?|[增减]产)$/,
    after: /^成(?:$|[，。；、以左多])/,
    kind: 'number',
    what: '成数',
    firm: true,
  },
  // 年仅XX岁的XXX，
  { before: /岁的$/, after: /^[，。、]|^同志/, kind: 'person', what: '姓名', firm: true },
  // XXX得XX票
  { before: any, after: /^(?:同志)?得[Xx×*○□_\d]{1,6}票/, kind: 'person', what: '姓名', firm: true },
  // 做好XX工作, 落实XX责任, 打造XX高地: what is done, or made.
  {
    before:
      /(?:做[好实优]|抓[好实紧]|突出|发挥|推进|推动|加强|开展|强化|深化|落实|压实|发展|壮大|打造|推行|用好|掌握|攻克|提升|提高|优化|完善|规范|健全|构筑|部署|安排|谋划|实施)$/,
    after:
      /^(?:工作(?!者|队|组|站)|管理|监管|责任|高地|集群|难关|事迹|先进事迹|能力|水平|素养|治理|专项治理|执法|体制)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  // XX型人才; 关于加强XX的通知
  {
    before: any,
    after: /^型(?:企业|人才|社会|政府|项目|经济|城市|组织|机关|干部|产业)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  {
    before: /关于(?:[\u4e00-\u9fff]{2,6})?$/,
    after: /^的(?:通知|意见|建议|提案|决定|办法|报告|请示|函|批复|方案|通报|决议)/,
    kind: 'text',
    what: '内容',
    firm: false,
  },
  // 占全省的XX。; 本周XX召开
  {
    before: /占(?:全[国省市县区]|总[数量])的?$/,
    after: /^(?:$|[，。；、以])/,
    kind: 'number',
    what: '数量',
    firm: true,
  },
  { before: /[本上下]周$/, after: any, kind: 'date', what: '星期', firm: true },
  // 发展XX经济，: a kind of economy; XX经济社会 is a place's.
  { before: /(?:发展|壮大|做[大强优])$/, after: /^经济(?=$|[，。；、])/, kind: 'text', what: '内容', firm: true },
  // 像XX这样的好干部, 以XX为班长的班子
  {
    before: /像$/,
    after: /^(?:同志)?(?:这样|那样|一样)的?好?(?:干部|同志|党员|书记|老师|医生|教师|民警|典型)/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  { before: /以$/, after: /^(?:同志)?为(?:班长|组长|核心|代表|领队)/, kind: 'person', what: '姓名', firm: true },
  // 用好XX资源，
  {
    before: /(?:用好|整合|发挥|突出|彰显|挖掘|立足)$/,
    after: /^(?:资源|优势|特色)(?=$|[，。；])/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  // 学习XX先进事迹
  { before: /学习$/, after: /^(?:同志)?的?(?:先进|感人|模范)?(?:典型)?事迹/, kind: 'person', what: '姓名', firm: true },
  // 在XX的带领下, 经XX同意: somebody who leads.
  {
    before: /在$/,
    after: /^(?:同志)?的?(?:带领|率领|指挥|关怀|鼓励|感召)下/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  {
    before: /(?:^|[，。；])(?:已|报)?经$/,
    after: /^(?:同志)?(?:同意|批准|签批|审定)[，后]/,
    kind: 'person',
    what: '姓名',
    firm: true,
  },
  // 由XX承建, 与XX签订协议: a contractor, a partner.
  {
    before: /由$/,
    after: /^(?:承建|承办|主办|投资|设计|施工|运营|开发|代建|实施|生产)/,
    kind: 'org',
    what: '单位名称',
    firm: true,
  },
  {
    before: /[与和同]$/,
    after: /^(?:正式|成功)?(?:签订|签署|签约|达成|合作|合资|联合)/,
    kind: 'org',
    what: '单位名称',
    firm: true,
  },
  // 以举办XX为契机, 筹备XX期间
  {
    before: /(?:举办|召开|举行|承办|主办|筹备)(?:了|好)?$/,
    after: /^(?:为契机|为载体|期间|之际|以来|[，。、])/,
    kind: 'event',
    what: '会议或活动名称',
    role: 'event:',
    firm: true,
  },
  // 由XX提高到XX; 农历XX月初XX
  {
    before: /[由从]$/,
    after: /^(?:提高|增加|增长|上升|下降|降低|减少|缩短|扩大|提升|增|降|升)[到至]/,
    kind: 'number',
    what: '数量',
    firm: true,
  },
  { before: /月初$/, after: /^(?:$|[，。；、上下晚至到—-])/, kind: 'date', what: '日期', firm: true },
  // 涌现出XX、以XX为榜样
  { before: /涌现出了?$/, after: any, kind: 'person', what: '姓名', firm: false },
  { before: /以$/, after: /^(?:同志)?为(?:榜样|楷模|典范)/, kind: 'person', what: '姓名', firm: true },
  // 万亩XX花海
  { before: /[万千百]亩$/, after: /^[花茶果菜林药]/, kind: 'text', what: '作物名称', firm: true },
  // 谢谢XX领导
  { before: /(?:谢谢|感谢|邀请到了?|有请)$/, after: /^领导/, kind: 'person', what: '姓名', firm: true },
  // 被XX录取
  { before: /被$/, after: /^录取/, kind: 'org', what: '学校名称', firm: true },
  // 受XX台风影响
  { before: any, after: /^台风/, kind: 'text', what: '台风名称', firm: true },
  // XX经济, XX教育界: of a place, whoever speaks.
  { before: any, after: /^(?:经济|教育|各界|大地)/, kind: 'place', what: '地名', firm: true },
  // 讨论了XX。
  {
    before: /(?:参与处置|研究|审议|讨论|听取|化解|推行)了$/,
    after: /^(?:$|[，。；、])/,
    kind: 'text',
    what: '内容',
    firm: false,
  },
  // 分管XX、XX工作
  {
    before: /(?:分管|协管|主管|负责|主抓)[^，。；]{1,10}[、和]$/,
    after: /^(?:等?方面)?工作/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  // 分管XX工作
  {
    before: /(?:分管|协管|主管|负责|从事|主抓)的?$/,
    after: /^(?:等?方面)?(?:工作|口[，。；]|领域)/,
    kind: 'text',
    what: '内容',
    firm: true,
  },
  // 压实XX责任, 严打XX犯罪: done to a matter; what a place has may stand behind its name (增强XX核心竞争力).
  {
    before: mattersDone,
    after:
      /^(?![省市县区镇乡村州]|发展|高质|经济|社会|城|人[民才]|群众|干部|振兴|崛起|竞争|核心|未来|优势|特色|品牌|形象|[产工农企]业|旅游|文化|历史|现代|乡村|农村|实际|资源|区位|[营投]|知名|影响|籍|各|[全大老新本美境]|[与和在的是等及对为向到之])[\u4e00-\u9fff]{2}/,
    kind: 'text',
    what: '内容',
    firm: false,
  },
];
