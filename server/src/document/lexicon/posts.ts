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
