/**
 * Words that tell what belongs in a mask, as data. The right neighbour decides most, and the longest entry that follows the mask wins, so that an
 * exception is simply a longer word: 位 counts people, 位于 does not. Measure words after the table of the 《现代汉语八百词》, units after GB 3100 and
 * GB 3102, divisions after GB/T 2260, posts and bodies as government reports name them. Simplified characters and half-width letters only:
 * a reading is folded before it is looked at.
 */
import type { BlankKind } from '../tokens.ts';

/** What a neighbour of a mask says. `free` words say nothing: the mask stands by itself before them. */
export type Clue = BlankKind | 'free';

export interface Neighbour {
  readonly word: string;
  readonly clue: Clue;
  /** What belongs in the mask; '' to be worked out from the word. */
  readonly what: string;
}

/** Surnames that are hardly ever a word before a mask. */
export const surnames =
  '张王李赵刘陈杨黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚文';

type Table = Readonly<Record<string, string>>;

/** The words of a list. Lists are written with single spaces. */
export const words = (list: string): readonly string[] => list.split(' ').filter((word) => word !== '');

/** Words of one clue, by what belongs in the mask; `keep` leaves some of them out. Split only when a table is built of them. */
export interface Section {
  readonly clue: Clue;
  readonly table: Table;
  readonly keep?: (word: string) => boolean;
}
const rows = (clue: Clue, table: Table): Section => ({ clue, table });

/** What masks take behind them most: where runs of * stand before these on both sides they are masks, not emphasis. */
export const behindMask =
  /^(?:[十百千万亿]+(?:元|吨|亩|人|余|多|户|[%％])|[万亿%％‰个家户名项届年月日号岁倍位座条点分天籍元亩吨稿]|[省市县区镇乡村局厅]|精深加工|同志|书记|主任|部长|主席|担任|集团|公司|公里|平方|方面|产业|等|办(?:公[厅室]|主任)|\.[\d*])/;

/** Words that begin like a division and are none. */
const notPlaces =
  '市场 市值 市面 区域 区间 区位 区块 省心 省力 省会 省级 市级 乡村 乡亲 路径 路线 路子 路演 路上 站位 站在 站稳 站起 街头 山区 山水 江山 江南 江苏 江西 河北 河南 湖南 湖北 海外 海洋 海内 海南 港澳 港商 ' +
  '西向 东向 南向 北向 东西 南北 西安 北京 北斗 南京 东风 山西 山东 旗下 旗帜 旗舰 湾区 桥梁 村村 镇痛 镇守 州际 区分 县市 区县 县区 市县 省市 镇办 镇街 乡镇街道 海量 河道 山地 江海';

/** Divisions and other places; the mask is their name. */
const places: Table = {
  省名: '省 省委 省政府 省直',
  市名: '市 市委 市政府 市直 市区 市民 市域',
  县名: '县 县委 县政府 县直 县城 县域 县级',
  区名: '区 区委 区政府 区直',
  地名:
    '州 州委 州政府 盟 旗 自治区 自治州 自治县 地区 籍 境内 全境 全域 辖区 城区 主城区 西 东 南 北 东部 西部 南部 北部 中部 大地 老区 革命老区 半岛 平原 盆地 高原 山 江 河 湖 海 岛 湾 沟 峡 流域 沿岸 两岸 港 港口 ' +
    '口岸 码头 古城 新城 老城 片区 人民 百姓 老百姓 儿女 子弟 父老 老乡 干部群众',
  乡镇名: '乡 镇 乡镇 镇村 镇党委 镇政府 乡党委 乡政府 古镇 老镇 特色小镇 小镇',
  村名: '村 屯 寨 庄 村委会 村支部 村党支部 自然村 行政村 古村',
  街道或社区名: '街道 街道办 街道办事处 社区 居委会 小区 胡同',
  道路名称: '路 街 大道 大街 高速 高速公路 公路 国道 省道 县道 铁路 高铁 快速路 大桥 特大桥 桥 隧道 立交桥 航线 地铁',
  园区名称:
    '赛区 考区 开发区 经济开发区 经济技术开发区 高新技术产业开发区 高新技术开发区 经开区 高新区 新区 工业园区 工业园 工业集中区 产业园区 产业园 科技园 物流园 物流园区 园区 示范区 示范园 示范园区 保税区 综合保税区 ' +
    '自贸区 自贸试验区 产业集聚区 度假区 旅游度假区 合作区 试验区 集聚区 工业区 商圈 商务区 科创园 创业园 孵化园 新材料园 化工园',
  景区名称:
    '景区 风景区 风景名胜区 公园 湿地公园 森林公园 湿地 故居 遗址 博物馆 纪念馆 文化馆 图书馆 体育馆 广场 陵园 烈士陵园 烈士公园 烈士纪念碑 烈士纪念馆 植物园 动物园',
  地点名称:
    '分会场 主会场 会议室 站 机场 车站 火车站 高铁站 水库 电站 水电站 灌区 林场 农场 牧场 茶场 矿区 煤矿 油田 大厦 大楼 会堂 礼堂 会场 会展中心 农贸市场 批发市场',
};

/** Words that begin like a post and are none. */
const notTitles =
  '书记处 主席台 首席 领导小组 专家组 专家库 教师队伍 教师节 经理人 会长单位 理事长单位 先生产 老师傅 专家服务 医生命 记者站 委员会';

/** Posts, and the ways to address somebody after the name. */
const titles: Table = {
  姓名:
    '同志 书记 副书记 第一书记 总书记 县长 副县长 常务副县长 市长 副市长 常务副市长 区长 副区长 常务副区长 省长 副省长 常务副省长 代省长 代市长 代县长 代区长 代州长 代镇长 代乡长 镇长 副镇长 乡长 副乡长 州长 旗长 盟长 局长 副局长 厅长 副厅长 司长 处长 副处长 科长 ' +
    '部长 副部长 主任 副主任 主席 副主席 常委 委员 秘书长 副秘书长 院长 副院长 校长 副校长 园长 所长 副所长 站长 行长 副行长 会长 副会长 理事长 董事长 副董事长 总经理 副总经理 副总 总裁 副总裁 总监 总工程师 总工 经理 厂长 ' +
    '队长 组长 副组长 班长 连长 团长 师长 司令员 政委 参谋长 检察长 法官 检察官 庭长 支书 村长 教授 副教授 博士 院士 研究员 工程师 专家 护士长 护士 主委 副主委 将军 首长 学长 学姐 师兄 师姐 老书记 老主任 老县长 老镇长 老校长 老支书 老局长 老首长 先生 女士 小姐 伉俪 老师 教师 医生 大夫 律师 记者 主播 同学 师傅 老人 大爷 大娘 大妈 大姐 大哥 总理 ' +
    '副总理 总统 大使 参赞 议员 社长 总编辑 总编 台长 馆长 关长 署长 军长 巡视员 调研员 链长 河长 林长 一行 夫妇 烈士 劳模 等同志 等领导 等老师 等同学 等专家 警官 民警 战士 选手 教练',
};

/** Whoever stands right before these does what a person does on a rostrum. */
export const deeds: Table = {
  姓名:
    '宣读 宣布 到会 陪同 在会上讲 在会上指出 在会上强调 在会上作 在会上宣 在会上发言 作典型发言 作了典型发言 作交流 作了交流 作经验 作了经验 作表态 作主旨 作了主旨 作了报告 致辞 致欢迎辞 致欢迎词 致词 讲话 发言 作了讲话 作讲话 作重要讲话 作了重要讲话 作了发言 作发言 作表态发言 作了表态 作交流发言 作报告 作了报告 作动员 作了动员 作部署 作了部署 作总结 作了总结 作说明 作了说明 作点评 ' +
    '作了点评 作汇报 作了汇报 作了很好 主持会议 主持了 通报了 传达了 传达学习 汇报了 介绍了 点评了 颁奖 授牌 揭牌 剪彩 指出 强调 也指出 也强调 讲得 讲的 讲了 还要强调 还要作 还要讲 已经宣读 已经讲 安排了 部署了 总结了 分析了',
};

/** Words that begin like a body and are none. */
const notBodies =
  '案例 案头 案卷 案发 局面 局势 局部 局限 处于 处在 处理 处处 处境 处置 所处 所在 所有 所做 所需 所谓 所能 所以 所取 所面 所提 所说 所形 所属 所长 院落 院坝 部署 部分 厂房 厂区 委托 委派 委以 办理 办事 办好 办成 办学 办公 办实 办法 ' +
  '社会 社保 行业 行动 行政 行为 行列 行程 台账 台商 台阶 台湾 煤炭 煤电 煤化 钢铁 钢材 铝业 投资 投入 投产 投身 投诉 投融资 矿产 矿山 企业家 企业数 部门间 机关干部 中心城区 中心城市 中心任务 中心工作 中心镇 中心村 ' +
  '控股权 保险费 股份制 政府性 支部建 总部经济 银行业 保险业 证券业 大学生 中学生 小学生 学院派 学校布局 医院改革 机构改革 机构编制 公司化 公司制 集团化 集团军';

/** Bodies. A mask anywhere in the name of one stands for the body. */
const bodies: Table = {
  公司名称:
    '公司 分公司 子公司 总公司 有限公司 有限责任公司 股份有限公司 股份 集团 集团公司 控股集团 控股 商务酒店 国际酒店 度假酒店 假日酒店 企业 银行 农商行 农商银行 分行 支行 信用社 保险 证券 工厂 食品厂 服装厂 机械厂 加工厂 饲料厂 酒厂 砖厂 养殖场 养鸡场 养猪场 屠宰场 采石场 煤业 矿业 药业 实业 酒业 置业 重工 化工厂 电厂 发电厂 水泥厂 ' +
    '合作社 专业合作社 酒店 大酒店 宾馆 饭店 超市 商场 城投 交投 文旅集团 国投 能投',
  单位名称:
    '军分区 旅行社 律所 律师事务所 会计师事务所 消防救援站 消防站 供销社 博士后工作站 博士工作站 工作站 服务站 气象站 委员会 管委会 管理委员会 办公室 办公厅 办事处 中心 部门 单位 机关 党委 党组 党支部 支部 党总支 纪委监委 纪委 监委 法院 检察院 人民法院 人民检察院 中级人民法院 高级人民法院 人大 人大常委会 政协 人民政府 政府 工会 总工会 团委 妇联 工商联 残联 科协 文联 商会 协会 学会 ' +
    '联合会 促进会 联谊会 基金会 理事会 董事会 机构 领导小组 专班 工作组 督查组 督导组 检查组 调查组 专家组 工作队 支队 大队 中队 派出所 司法所 税务所 部队 军区 武装部 海关 分局 研究院 研究所 实验室 设计院 科学院 联盟 事务所 俱乐部 报社 出版社 电视台 电台 ' +
    '日报 晚报 晨报 日报社 杂志社 剧团 艺术团 总部 指挥部 考察团 代表团 班组 车间 事业部 项目部 供电所 服务队 志愿队',
  学校名称:
    '医科大学 理工大学 师范大学 农业大学 工业大学 科技大学 交通大学 财经大学 职业技术学院 技师学院 师范学院 大学 学院 分院 学校 中学 小学 高中 初中 一中 二中 三中 幼儿园 职校 职业学院 党校 分校 师范 技校 职高 高校 院校 ' +
    '实验学校 实验小学 实验中学 实验幼儿园 外国语学校 外国语中学 中心学校 中心小学 希望小学 职业中学 职业学校 特殊教育学校 附中 附小',
  医院名称: '卫生所 卫生室 敬老院 福利院 医院 人民医院 中医院 卫生院 妇幼保健院 疾控中心 卫生服务中心',
};
/** Too general to end a name at a distance: XX民营企业 are the enterprises of a place. */
const general =
  '会议室 分会场 主会场 一中 二中 三中 企业 单位 部门 机构 机关 高校 院校 学校 政府 工厂 酒店 超市 商场 总部 部队 车间 班组 股份 保险 证券 专班 考察团 代表团 人大 大学 中学 小学 高中 初中 医院 饭店 宾馆 工作组 领导小组 大地 老区 半岛 平原 盆地 高原 流域 沿岸 两岸 ' +
  '港口 口岸 码头 片区 人民 百姓 老百姓 儿女 子弟 父老 老乡 干部群众 东部 西部 南部 北部 中部 境内 全境 全域 辖区 城区 主城区 地区 乡镇 镇村 自然村 行政村 公路 铁路 高铁 高速 航线 桥 景区 园区 小区 机场 车站 活动 会议 比赛 ' +
  '竞赛 大赛 赛事 仪式 典礼 两会 会前 会期 联盟 银行 合作社 专业合作社 节庆 节会 联赛 公园 广场 湿地 新城 老城 商圈 商务区 煤矿 油田 矿区 林场 农场 牧场 水库 电站 古城 古镇 古村 小镇 特色小镇 县城 市区 县域 市域';
/** One character ends the name of a body only where the name ends there: XX局要…, not XX局面. */
export const shortBodies = '局厅处所院部厂委办社台煤钢铝酒药';

const notEvents =
  '战斗力 战斗堡垒 战斗精神 战斗队 战斗员 会员 会长 会计 会同 会商 会见 会晤 会所 会客 会战 会越 会更 会有 会是 会成 会不 会继 会进 会迎 会被 会让 会因 会给 会变 会好 会得 会遇 会出 会产 会影 会随 会逐 会实 会再 会一 会办 会把 会用 会带 会对 会以 会在 ' +
  '节约 节能 节点 节省 节水 节假 节奏 节余 节目 活动中心 活动室 大会战 会标';

/** Meetings and occasions. */
const events: Table = {
  会议名称:
    '会 会有关 会议 大会 报告会 宣讲会 民主生活会 组织生活会 说明会 专题会 培训会 座谈会 推进会 推介会 洽谈会 恳谈会 研讨会 现场会 动员会 动员大会 部署会 调度会 联席会 联席会议 工作会 工作会议 全会 年会 例会 讲评会 总结会 表彰会 表彰大会 誓师大会 发布会 新闻发布会 茶话会 交流会 观摩会 ' +
    '党代会 人代会 两会 招商大会 招商会 发展大会',
  活动名称:
    '活动 论坛 峰会 高峰论坛 博览会 展览会 展销会 交易会 交易大会 农博会 投洽会 展会 签约仪式 开工仪式 开幕式 闭幕式 启动仪式 仪式 典礼 开学典礼 大赛 比赛 竞赛 锦标赛 联赛 运动会 马拉松 文化节 旅游节 艺术节 美食节 采摘节 ' +
    '庙会 节会 节庆 招商周 推介周 宣传周 活动周 活动月 培训班 研修班 轮训班 进修班 学习班 训练营 夏令营 主题党日 战役 战斗 起义 展演 晚会 汇演 庆典 杯 赛事 节 擂台赛 招商月',
};

/** Who or what is about to open is a meeting. */
const openings: Table = {
  会议名称:
    '即将召开 召开前夕 胜利召开 隆重召开 如期召开 顺利召开 成功召开 召开之际 胜利闭幕 圆满举办 成功举办 如期举办 开幕前 闭幕后 圆满闭幕 隆重开幕 期间',
};

const notThings =
  '意识到 法治 法律 法院 法人 法规 法定 法官 奖励 奖惩 奖补 版图 版块 意见建议 标准 标准化 标准厂房 产品质量 技术人才 技术改造 系统内 系统外 专业化 精神文明 平台公司 平台建设 品牌效应 体系化 体系建设 战略性 机制体制 制度化 ' +
  '计划生育 行动起来 工程师 工程机械 方案设计 主题教育 文件精神 政策 产业 问题 族谱 族人 族亲 族长';

/** Things with a name of their own that are neither place, body nor meeting. */
const things: Table = {
  项目名称: '项目 工程 二期工程 一期工程 三期工程 生产线',
  民族名称: '族',
  案件或事故名称: '案件 案 一案 事件 事故',
  内容: '台账 意识 原则 领域 长效机制 专项整治 队伍建设 突出问题 目标任务 责任落实 责任制 数字化 信息化 标准化 规范化 常态化 部署要求 工作要求 工作主线 工作主题 工作思路 工作总基调 发展布局 发展思路 发展定位 发展理念 总要求 总目标 总抓手',
  名称:
    '行业 计划 行动 专项行动 专项整治 专项斗争 专项检查 攻坚战 保卫战 战略 机制 模式 工作法 平台 信息平台 管理平台 体系 品牌 系列 主题 课题 产品 新产品 技术 新技术 系统 软件 小程序 APP app App 公众号 专栏 栏目 奖 奖项 称号 荣誉称号 证书 专业 课程 学科 基金 债券 工作室 理念 精神 ' +
    '口号 标语 方案 管理模式 专项债 牌',
  文件名称:
    '条例 法 规划 规定 办法 实施办法 实施方案 实施意见 文件 意见 通知 决定 制度 细则 纲要 公报 批复 目录 清单 白皮书 协议 合同 合作协议 战略合作协议 号文件 号文 号令',
};

/** Words that begin like a unit and count nothing. */
const notUnits =
  '台风 环节 环卫 套取 套现 天更 天蓝 个别 个性 个体 家园 家乡 家长 家庭 家电 家具 家居 家家 家门口 家族 家风 户均 户籍 户外 户厕 名单 名优特 名优产 名优企 名优茶 名优农 名师 名厨 名人 名气 名牌 名胜 名片 名校 名企 名城 名山 名列 名为 名义 名录 名特优 名特产 名镇 名茶 名声 位于 位居 位列 位置 位处 位次 位子 件件 条件 ' +
  '条块 条例 次于 次生 座谈 套餐 套路 台账 台商 台湾 台阶 架构 头部 头等 头雁 只有 只要 只能 只争 只是 只会 种植 种养 种子 种业 种质 类似 类型 批准 批复 批发 批评 期待 期望 期盼 期末 期货 届时 场景 场所 场馆 场地 场面 间接 ' +
  '间隙 份额 本级 本地 本科 本土 本身 本来 本质 本着 本次 本届 册封 篇章 部署 部分 首先 首次 首府 首位 首批 首家 首创 首席 块状 片面 段落 层面 层级 层次 级别 支持 支撑 支柱 组织 组建 组成 组团 组合 队伍 班子 班车 对外 对接 ' +
  '对口 对于 对标 对上 对此 对我 对全 对经 对企 对项 对招 对照 对应 对待 双招 双创 双拥 双向 起来 起到 起草 起步 起源 起点 例如 例行 车辆 列入 列为 列车 门类 门户 门前 口号 口碑 道德 道路 道理 道具 道别 道歉 道喜 道贺 代表 代理 代替 代码 代管 点亮 点燃 点多 ' +
  '点击 点题 分别 分管 分析 分享 分工 分布 分配 分级 分类 分担 分解 分步 分批 分期 分层 分为 单独 单一 单项 根据 根本 根植 面临 面对 面向 面积 面貌 款项 重要 重点 重大 重视 重新 重庆 重型 环境 环保 环抱 环绕 步入 步伐 步骤 ' +
  '线上 线下 线路 强调 强化 强力 强势 强劲 强大 强县 强市 强区 强镇 强省 强烈 强农 强村 强企 强国 方面 方案 方式 方向 方法 方针 方能 方便 方可 里面 里程 度过 度假 升级 升格 升华 升温 升学 安全 安排 安置 安居 安商 安徽 安康 ' +
  '天然 天下 天气 天地 天赋 天津 元旦 元宵 岁月 载体 载入 周边 周围 周期 周密 周到 周末 周一 周二 周三 周四 周五 周六 周日 倍加 倍增 斤斤 克服 克难 翻身 翻天 排名 排在 排查 排头 排放 排列 票据 余地 余热 人大 人才 人文 ' +
  '人口 人均 人力 人员 人气 人士 人心 人间 人居 人社 人武 人寿 人防 人物 人人 人事 人工 人脉 人杰 人骨子 人勤 人民币 角度 角色 块头 号召 号角 号称 成绩 成为 成立 成功 成效 成果 成员 成本 成就 成长 成交 成熟 成都 成渝 ' +
  '成片 成品 稿件 稿子 稿源 公交 时代 时期 时候 时间 时刻 时尚 千亿级 百亿级 万亿级 千亿产业 百亿产业 千亿集群 百强 百姓 百货 百花 千方 千里 千行 万众 万物 万象 十分 十四五 十五五 十三五 十二五 十大 多措 多方 多次 多点 多元 多地 多部门 ' +
  '多数 多彩 多民族 多样 多渠 多管 几经 来说 来讲 来看 来自 来到 来访 来临 来客 数字 数据 数量 数控 数智 年轻 年货 年味 年俗 月均 月光 月饼 月嫂 月度 日常 日均 日益 日产 日子 日照 日本 日夜 日趋 日渐 日臻 日新 日用 日化 ' +
  '日月 日出 日志 日处理 级领导 中国 中央 中部地区 大力 大幅 大规模 大批 大量 大局 大家 大多 大胆 大小 大型 大事 大有';

/** Units; the mask is an amount. */
const units: Table = {
  百分比: '% ％ ‰',
  百分点: '个百分点 百分点 个点',
  金额: '元 块钱 美元 港元 欧元 英镑 日元 人民币 元人民币 元/亩 元/吨',
  数量:
    '平方公里 平方千米 平方米 平米 立方米 立方 方 公里 千米 厘米 毫米 微米 纳米 米 海里 里 公顷 亩 亩地 平方 公斤 千克 斤 克 吨 吨标准煤 升 毫升 千瓦时 千瓦 兆瓦 瓦 度电 度 摄氏度 ℃ 伏 千伏 安 赫兹 比特 兆 倍 番 ' +
    'km KM Km m² km² mm cm kg KG kW KW kw MW GW TW kV KV kWh MWh GB MB TB PB Gbps Mbps kt ha TEU 标箱 ' +
    '天 小时 个小时 分钟 秒 秒钟 个月 个多月 周 周年 个季度 个工作日 工作日 个星期 岁 载 昼夜 个年头 年间 ' +
    '个 家 户 人 人次 名 位 项 项目标 件 条 次 处 所 座 栋 幢 套 台 台套 辆 架 艘 头 只 羽 匹 株 棵 种 类 批 批次 期 轮 届 场 场次 间 张 份 本 册 篇 部 首 幅 块 片 段 层 号 级 支 组 队 班 对 双 笔 宗 起 例 枚 粒 袋 箱 瓶 桶 车 列 ' +
    '节课 星级 A级 AA级 AAA级 AAAA级 AAAAA级 门 口 道 遍 趟 代 点 分 单 孔 眼 盏 根 面 款 重 环 步 线 车次 张床位 学时 课时 标段 票 名额 车位 项次 家次 户次 人份 件次 稿 排 角 成以上 成左右 车皮 班次 名人选 名人员 名人大代表 名人才',
};

/** Calendar units that stand alone; 年 and 时 need a closer look. */
const dates: Table = {
  年份: '年度 年代 年底 年末 年初 年上半年 年下半年 年以来 年新年',
  月份: '月 月份 月底 月初 月末 月上旬 月中旬 月下旬 月中',
  日期: '日',
  季度: '季度',
  时间: '日上午 日下午 日晚',
};

/** Right neighbours, later lists before earlier ones where both have a word. */
export const followers: readonly Section[] = [
  ...[notPlaces, notTitles, notBodies, notEvents, notThings, notUnits].map((list) => rows('free', { '': list })),
  rows('number', units),
  rows('text', things),
  rows('org', bodies),
  rows('place', places),
  rows('event', events),
  rows('event', openings),
  rows('person', titles),
  rows('person', deeds),
  rows('date', dates),
];

let generalWords: ReadonlySet<string> | undefined;
const ends = (word: string): boolean =>
  word.length > 1 &&
  !(generalWords ??= new Set(words(general))).has(word) &&
  !/^[省市县区镇乡村州][委政直党域城民区支]/.test(word);

/** Words of two or more characters that end the name of a place, a body or a meeting some characters after its mask. */
export const nameEnds: readonly Section[] = [
  rows('free', { '': notBodies }),
  rows('free', { '': notEvents }),
  rows('free', { '': '副中心 核心 中心组 企业家 大学生' }),
  { clue: 'org', table: bodies, keep: ends },
  { clue: 'place', table: places, keep: ends },
  { clue: 'event', table: events, keep: ends },
];

/** Any meeting or occasion: what stands some words behind “XX” in quotation marks. */
export const occasions: readonly Section[] = [{ clue: 'event', table: events, keep: (word) => word.length > 1 }];

/** A name does not go on over these: function words, and verbs with an object of their own. */
export const nameStops = '的是要在与或被把将对从为以等了着也还又已其这那我们他去到让给使就都';
export const verbStops: readonly Section[] = [
  rows('free', {
    '':
      '加快 第一家 第一个 第一名 第一次 第一批 第一大 第二大 首个 首家 首批 唯一 实现 加强 引进 招引 促进 坚持 围绕 聚焦 支持 帮助 督促 完成 召开 举办 邀请 组织 协调 落户 前往 作为 成为 形成 打造 提升 优化 积极 主动 认真 高度 进一步 全力 必须 今年 去年 目前 正式 所有 各级 全体 广大 部分 充分 ' +
      '结合 利用 依托 发挥 面临 具备 具有 拥有 位居 位列 争取 力争 牵头 负责 承办 主办 参加 出席 联合 共同 先后 陆续 带领 融入 培育 壮大 做大 做强 支撑 带动 吸引 鼓励 来说 来讲 考察 参观 学习 调研 投资置业 兴业 落地 所处 所有 全体 全市 全县 ' +
      '全区 全省 全国 我市 我县 我区 我省 各县 各镇 各乡 各区 各部门 各单位 各位 本届 首届 上届',
  }),
];
/** Verbs that are as often a part of a name; the name goes on only where it ends right behind them (建设集团, 发展中心). */
export const halfStops: readonly Section[] = [
  rows('free', {
    '': '推进 推动 启动 建设 发展 投资 开发 服务 合作 交流 管理 运营 保护 治理 改造 招商 引资',
  }),
];

/** What a list is a list of, after 等 or after 三个, 两位, 5家. */
export const categories: readonly Section[] = [
  rows('org', {
    单位名称:
      '部门 单位 机构 局 委办局 科局 机关 组织 协会 商会 团体 媒体 高校 高等院校 院校 大学 学校 名校 中学 科研院所 科研机构 研究院 医院 银行 金融机构 合作社',
    企业名称: '企业 公司 集团 民企 央企 国企 运营商 厂家 商家 主体 股东',
  }),
  rows('place', {
    地名: '县 县市 县市区 县区 区县 市 区 省 省市 省份 州 乡镇 镇 乡 镇办 镇街 街道 社区 村 村庄 地 地区 地市 城市 国家 周边 地方 园区 开发区 工业园区 高速 公路 道路 铁路 河流 水库 贫困村 先进地区',
    景点名称: '景区 景点 景观 古镇',
  }),
  rows('person', {
    姓名: '同志 领导 专家 人 革命家 先烈 英烈 先辈 前辈 先贤 乡贤 委员 党员 选手 民警 青年 护士 医生 医护人员 干警 队员 校友 骨干 能手 院士 教授 老师 企业家 同学 嘉宾 先进典型 先进个人 劳模 英雄 书记 县长 市长 局长 主任',
  }),
  rows('event', { 活动名称: '会议 活动 论坛 会展 展会 赛事 节会 节庆' }),
  rows('text', {
    项目名称: '项目 工程',
    名称: '投资意向 产品 产业 行业 工作 方面 问题 品牌 文件 制度 政策 领域 集群 技术 平台 机制 措施 指标 任务 奖项 荣誉 称号 特色 资源 因素 环节',
  }),
];

/** Posts that stand before a name. */
export const postsBefore: readonly Section[] = [
  rows('person', {
    姓名:
      '书记 副书记 总书记 县长 副县长 市长 副市长 区长 副区长 省长 副省长 镇长 乡长 州长 旗长 局长 副局长 厅长 副厅长 司长 处长 科长 部长 副部长 主任 副主任 主席 副主席 常委 委员 秘书长 院长 副院长 校长 副校长 园长 所长 行长 会长 ' +
      '副会长 理事长 董事长 总经理 副总经理 总裁 副总裁 总监 总工程师 经理 厂长 队长 组长 班长 检察长 法官 支书 村长 教授 博士 院士 研究员 工程师 律师 记者 巡视员 调研员 顾问 链长 党员 班子成员 带头人 致富能手 志愿者 教师 民警 战士 企业家 主持人 负责人 法定代表人 ' +
      '联系人 创始人 投资人 法人 法人代表 校友 艺术家 作家 诗人 词人 画家 书法家 文学家 思想家 教育家 科学家 史学家 军事家 政治家 革命家 实业家 慈善家 歌手 演员 导演 尚书 状元 进士 名医 大师 名将 将军 烈士 劳模 会计 出纳 干部 职工 老板 市领导 县领导 区领导 省领导 校领导 政委 司令员 参谋长 师长 团长 营长 连长 班主任 辅导员 馆长 台长 社长 护士长 医师 科员 网格员 联络员 召集人 信访人 老伴 爱人 母亲 父亲 司机 导师 教官 村医 河长 路长 同事 战友 新郎 新娘 夫人 妻子 丈夫 犯罪嫌疑人 被告人 当事人 本人 村民 贫困户 脱贫户 老党员 尊敬的 敬爱的 亲爱的 有请 领队 教练 主播 网红 传承人 英雄 模范',
  }),
];

/** `label：` before a mask. */
export const labels: readonly Section[] = [
  rows('person', {
    姓名: '姓名 主持人 主持 发言人 讲话人 主讲人 报告人 汇报人 作者 撰稿 撰稿人 起草人 审核人 审签 签发 签发人 联系人 签名 签字 负责人 牵头领导 责任人 出席领导 领导有 嘉宾有 评委有 来宾有 同志有 参加人员 出席人员 列席人员 参会人员 记录人 记录 组长 副组长 成员 干部 代表 获奖者 获奖人员 先进个人 颁奖嘉宾 致辞人 授课人',
  }),
  rows('org', { 单位名称: '单位 部门 主办 承办 协办 主办单位 承办单位 牵头单位 责任单位 出席单位 参会单位 落款' }),
  rows('date', { 时间: '时间 会议时间 日期 成文日期' }),
  rows('place', { 地点: '地点 会议地点 会址 地址' }),
  rows('number', { 数量: '金额 总投资 投资额 面积 人数 数量 参会人数 时长 字数 产值' }),
  rows('text', { 内容: '主题 题目 标题 内容 会议内容 议题 备注 电话 联系电话 联系方式 职务 案例' }),
];

/** An amount follows these where the clause ends behind the mask. */
export const amountsBefore: readonly Section[] = [
  rows('number', {
    数量:
      '净增 净减 净流入 净流出 增长 增长了 增幅 增幅达 增速 增速达 下降 下降了 降低 降低了 降至 降到 提高 提高到 提高了 提升到 提升至 提升了 增加 增加了 增至 增加到 减少 减少了 减少到 压减 压缩到 达 达到 已达 高达 约 约为 超 超过 突破 不低于 不少于 ' +
      '不超过 不高于 至少 仅 仅为 仅有 只有 共 共有 共计 总计 合计 累计 占比 比重 总量为 总额为 产值为 面积为 人数为 增速为 增幅为 金额为 比例为 高出 低于 高于 少于 多于 完成率 占 排名第 位列第 位居第',
  }),
];
/** After a mask: more or less that amount. */
export const amountsAfter: readonly Section[] = [rows('number', { 数量: '以上 以下 左右 以内 不等 之多' })];

/** Before X年 as a length of time. */
export const spansBefore: readonly Section[] = [
  rows('number', {
    数量: '近 过去 历时 用 经过 连续 未来 今后 长达 每 约 前 后 短短 整整 达 任期 在任 任职 服役 执教 任教 有期徒刑 刑期 从教 从医 从警 从军 从业 满 工作 仅 超过 这 最近 近来 了 持续 第 投资 走过 跨越 奋斗 期限 为期 不到 至少 每隔 再用 力争用',
  }),
];
/** After X年 as a length of time. */
export const spansAfter: readonly Section[] = [
  rows('number', {
    数量: '一遇 来 间 后 前 内 之内 以上 以来的 多 余 时间 的时间 历程 的历程 发展 规划 行动 行动计划 计划 攻坚 期 磨一剑 左右 以后 之后 的发展 的努力 的奋斗 任期 工龄 党龄 如一日 过去',
  }),
];

/** Counting classes for 第X… and their Chinese names. */
export const ordinals: Table = {
  届次: '届',
  次数: '次',
  名次: '名 位',
  期次: '期 批',
  序号: '章 节 条 号 页 篇 组 个 项 部分 方面 点',
  季度: '季度 季',
};

/** What single X makes with what follows it; these are words. */
export const xWords: readonly Section[] = [
  rows('free', {
    '': '光 射线 线机 线片 线检 线照 线摄 线衍 线探 线荧 线技 线设 线安 线影 线诊 线透 轴 染色体 波段 刀 片机 型人 型钢 型腿 型结 型交叉 理论 因子 档案 战警 世代 一代 坐标 教授 元素 射线机',
  }),
];

interface Sense {
  readonly clue: Clue;
  readonly what: string;
}

/** The words of a table that begin (or end) with one character. */
interface Shelf {
  /** Bit n: there are words of n characters. */
  readonly lengths: number;
  readonly senses: ReadonlyMap<string, Sense>;
}

const isGap = (code: number): boolean => code <= 0x20 || Number.isNaN(code);

/**
 * Words looked up at a place of a text, the longest first. Later sections win over earlier ones that have the same word. There are thousands of words and a
 * draft asks for few: those of a character are picked out of the lists when it is first met.
 */
export class WordTable {
  readonly #sections: readonly Section[];
  readonly #backwards: boolean;
  readonly #shelves = new Map<number, Shelf>();
  /** `backwards`: words are looked up by where they end. */
  constructor(sections: readonly Section[], backwards = false) {
    this.#sections = sections;
    this.#backwards = backwards;
  }
  /** The longest word that begins at `at`; in a table read backwards, the longest that ends there. */
  find(text: string, at: number): Neighbour | undefined {
    const code = text.charCodeAt(this.#backwards ? at - 1 : at);
    if (isGap(code)) return undefined;
    let shelf = this.#shelves.get(code);
    if (shelf === undefined) this.#shelves.set(code, (shelf = this.#shelf(code)));
    for (let length = 31 - Math.clz32(shelf.lengths); length > 0; length--) {
      if ((shelf.lengths & (1 << length)) === 0) continue;
      const word = this.#backwards ? text.slice(Math.max(0, at - length), at) : text.slice(at, at + length);
      const sense = shelf.senses.get(word);
      if (sense !== undefined) return { word, clue: sense.clue, what: sense.what };
    }
    return undefined;
  }
  #shelf(code: number): Shelf {
    const senses = new Map<string, Sense>();
    const character = String.fromCharCode(code);
    let lengths = 0;
    for (const { clue, table, keep } of this.#sections)
      for (const what in table) {
        const list = table[what]!;
        let sense: Sense | undefined;
        for (let i = list.indexOf(character); i >= 0; i = list.indexOf(character, i + 1)) {
          // Only where a word begins, or ends.
          if (!isGap(list.charCodeAt(this.#backwards ? i + 1 : i - 1))) continue;
          let start = i;
          let end = i + 1;
          if (this.#backwards) while (!isGap(list.charCodeAt(start - 1))) start--;
          else while (!isGap(list.charCodeAt(end))) end++;
          const word = list.slice(start, end);
          if (keep !== undefined && !keep(word)) continue;
          senses.set(word, (sense ??= { clue, what }));
          lengths |= 1 << word.length;
        }
      }
    return { lengths, senses };
  }
}
