/**
 * Posts, forms of address and surnames, by which persons are found. Posts as the organic laws of local Party and state bodies name them; surnames after
 * the 2020 name report of the Ministry of Public Security (the four hundred most frequent), without those that are mostly function words.
 */

/** Posts and forms of address that stand right after a name or right before one. What is 副 or 代 stands before them. */
export const posts: readonly string[] = (
  '书记 总书记 县长 市长 省长 区长 州长 盟长 旗长 镇长 乡长 局长 厅长 部长 司长 处长 科长 署长 主任 主席 主任委员 秘书长 院长 校长 检察长 会长 理事长 董事长 总经理 总裁 行长 ' +
  '站长 所长 队长 台长 关长 司令员 政委 政治委员 总工程师 总理 常委 委员 巡视员 调研员 指挥长 村长 支书 部队长'
).split(' ');

/** Forms of address that say nothing of a post. */
export const addresses: readonly string[] = '同志 先生 女士'.split(' ');

/** Posts of which a government has one: nobody holds two of different names. */
export const governmentHeads: readonly string[] = '省长 市长 州长 盟长 县长 旗长 区长 镇长 乡长'.split(' ');

/** Posts of which a body has one. */
export const singlePosts: readonly string[] = [
  ...governmentHeads,
  ...'书记 主任 主席 局长 厅长 部长 秘书长 院长 校长 检察长 董事长 总经理 行长 主任委员 会长 理事长'.split(' '),
];

/** Before a post, and part of it: the rank below, or a place among equals. */
export const ranks: readonly string[] = '常务副 第一副 党组副 副 代理 代 第一 名誉 执行'.split(' ');

/** Before a post: somebody who held it or will hold it. */
export const otherTimes: readonly string[] =
  '原任 时任 前任 历任 曾任 新任 现任 候任 拟任 继任 接任 已故 原 前 老'.split(' ');

/** What may stand before a title without being part of it. */
export const leadIns: readonly string[] =
  '首先请 下面请 接下来请 现在请 然后请 最后请 下面由 首先由 特别邀请 特别是 邀请 有请 欢迎 感谢 委托 包括 根据 按照 尊敬的 敬爱的 以及 还有 刚才 今天 下面 我们 请 由 让 是 和 与 及 为 向 对 经 同 跟 给 到 在 如 的'.split(
    ' ',
  );

/** Last characters of bodies and places: a post after them is that body's, not a person's. */
export const bodyEnds =
  '委会局部院厅处科室组队社司行厂校站所团府区县市省镇乡村州旗盟街党级任位名个们等各该本兼与及、的是者员长记席办团支书段线企工妇班协';

export const surnames =
  '习王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫阎雷段龙史陶黎贺毛郝龚邵万钱覃武戴孔莫汤温康常向柳施洪' +
  '樊兰殷翟安倪严牛芦俞章鲁葛伍申尤毕聂焦左柴齐詹涂欧岳甘景梅庄辛管祝霍房舒蓝屈项冉游包喻单谷穆娄盛凌柯翁冷成季童关卞栾甄费阮华裴褚商郎鲍饶路祁席牟闵邢庞车储宫耿宁宗柏瞿阳蒲连解鞠仇蒙占骆古桂桑敖湛司晏卓苗卜屠边燕冀' +
  '简靳靖臧戚艾迟滕佟时隋匡卫窦苑巩明滑查揭闻党佘曲植桑从由於慕尚楚全盖危应嵇邬颜麻纪巫焉井伏荣支咎原';
export const compoundSurnames =
  '欧阳 上官 司马 诸葛 司徒 皇甫 尉迟 公孙 慕容 令狐 东方 夏侯 端木 赫连 澹台 宇文 长孙'.split(' ');

/** Surnames that are as often another word: alone they prove nothing. */
export const doubtfulSurnames = '于向时安从由全明应成任常党支原';

/** Words of two characters that stand before a post or a form of address and are no name, nor the end of one: 主要负责同志, 许多同志, 市政协主席, 欢迎书记. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  (
    '负责 领导 分管 主管 协管 有关 相关 主要 许多 很多 不少 有些 某些 这些 那些 哪些 各位 诸位 广大 全体 一些 部分 个别 多数 少数 其他 其它 党内 党外 班子 中央 地方 全国 两国 各国 我国 外国 政协 人大 政府 机关 商联 台联 侨联 残联 文联 社联 科协 工会 妇联 组织 支部 ' +
    '党委 党组 纪委 政法 宣传 统战 常务 常任 专职 兼职 首席 名誉 欢迎 感谢 邀请 聘请 任命 选举 推选 祝贺 恭请 有请 落实 完善 做好 抓好 感悟 珍惜 沿着 遵照 按照 根据 教务 教学 德育 后勤 暑期 寒假 年轻 年青 老年 青年 女性 男性 基层 一线 ' +
    '驻村 挂职 离任 退休 离休 在职 在座 到场 与会 参会 出席 在场 以及 包括 还有 只有 没有 所有 作为 担任 出任 当选 兼任 曾任 同志 先生 女士 书记 县长 市长 镇长 乡长 校长 局长 主任 主席 委员 代表 干部 党员 群众 职工 学生 老师 企业 单位 部门 领域 国家 人民 社会'
  ).split(' '),
);

/** Characters with which no given name begins that stands alone before a post (以毛主席为首, 我和张主任), and with which none ends. */
export const noGivenStart = '和与及的以由从对向把将在是为了着到给让请各这那其某每或但也都就才还很住出象像';
export const noGivenEnd = '的了是在和与及对向由请让于为把将被给老';
