/**
 * Where 的 stands for 地 or 得 beyond doubt: an adverbial before a verb with its object, a verb before 更 and an adjective. After 吕叔湘《现代汉语八百词》
 * (的、地、得); every list holds only words for which the pattern leaves no second reading.
 */

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Adverbials that never qualify a noun of action with an object behind it. */
export const adverbials = words(`
尽快 尽可能 尽量 不断 逐步 逐渐 日益 牢牢 紧紧 深深 坚定不移 毫不动摇 持之以恒 锲而不舍 千方百计 想方设法 源源不断 花样翻新 不折不扣 义无反顾
循序渐进 因地制宜 有计划 有步骤 有重点 有针对性 持续不断 坚持不懈 毫不犹豫 旗帜鲜明 一心一意 全心全意 聚精会神 创造性 最大限度 最大程度
全方位 多渠道 大力度 大张旗鼓 理直气壮 实实在在 扎扎实实 认认真真 踏踏实实 切切实实 真心实意 设身处地 卓有成效 一如既往 积极主动 及时有效
`);

/** Words that may also qualify a noun: 的 is wrong only where they open a clause or follow 能, 要 and their like. */
export const looseAdverbials = words(`
更好 更快 更多 更有效 更有力 更充分 更加有效 更加自觉 有效 有力 切实 充分 全面 深入 认真 扎实 积极 主动 高效 大力 迅速 及时 自觉 妥善 科学 严格 果断 坚决 准确 牢固 广泛
`);

/** Characters before a loose adverbial that make what follows a predicate. */
export const predicateOpeners = '能要会须应可必就并才来去而也';

/** Verbs that rule their object directly and are hardly used as nouns. */
export const verbs: ReadonlySet<string> = new Set(
  words(`
摆脱 突破 推介 推出 推进 推动 提高 提升 增强 加强 加快 加大 加深 完善 健全 优化 扩大 深化 强化 细化 抓好 抓住 抓紧 做好 做强 做大 做优 搞好 办好 管好 用好 解决 落实 激发
激活 营造 打造 构建 建立 满足 吸引 壮大 充实 丰富 拓宽 拓展 缩小 增加 减少 降低 消除 克服 适应 巩固 发挥 履行 承担 贯彻 完成 实现 达到 防止 防范 化解 遏制 打击 查处 整治 纠正
处理 回应 反映 掌握 把握 领会 融入 投身 转变 改变 改善 改进 调动 凝聚 团结 带动 促进 保证 保障 维护 争取 赢得 取得 获得 利用 整合 服务于 服从 释放 挖掘 开展 开辟 创造
培育 培养 造就 树立 弘扬 传承 讲好 走好 坚持 遵守 遵循 聚焦 瞄准 盯住 盯紧 守住 守牢 扛起 承接 引进 留住 展示 展现 惠及 造福 缓解 减轻 压缩 盘活 出台 推广 听取 吸收 吸纳
通过 依靠 围绕 结合
`),
);

/** One-character words that open a prepositional phrase: after 的 they can only follow an adverbial. 对 is left out (对策, 对手). */
export const prepositions = '把将为从与';

/** Nouns before which such a verb qualifies instead of ruling: 推动作用, 完善措施. */
export const heads: ReadonlySet<string> = new Set(
  words(
    '作用 措施 办法 情况 空间 力度 过程 机制 方案 态势 幅度 程度 速度 方式 方法 途径 效果 成效 意见 行动 阶段 时期 趋势 体系 功能 能力 工作 要求 手段 模式 条件 因素 标准 制度',
  ),
);

/** After 更好的服务: what is served, told from what qualifies 服务 (服务质量). */
export const serviceNouns: ReadonlySet<string> = new Set(
  words(
    '质量 水平 体系 环境 平台 品质 理念 体验 产品 团队 能力 方式 意识 设施 效率 供给 机制 保障 队伍 内容 条件 态度 措施 功能 网络 中心 对象 半径 手段 模式',
  ),
);

/** Verbs of one character before 的更…, each with the characters before it with which it is a noun (以下, 未来). */
export const manner: ReadonlyMap<string, string> = new Map([
  ['烧', '燃高发'],
  ['下', '以天之乡地上手底当名旗麾'],
  ['做', ''],
  ['办', '主承协经督'],
  ['抓', ''],
  ['走', ''],
  ['跑', ''],
  ['飞', ''],
  ['落', '村角院部'],
  ['干', '骨树主若'],
  ['搞', ''],
  ['讲', '演'],
  ['说', '小学传'],
  ['想', '思理感梦'],
  ['看', ''],
  ['管', '主'],
  ['推', ''],
  ['引', '指'],
  ['招', '高绝'],
  ['选', '首人'],
  ['谋', '参阴'],
  ['写', ''],
  ['唱', ''],
  ['练', '教'],
  ['站', '车网'],
  ['坐', ''],
  ['吃', '小'],
  ['住', ''],
  ['穿', ''],
  ['磨', ''],
  ['压', '电血气'],
  ['学', '大中小科数文化同教'],
  ['留', ''],
  ['拉', ''],
  ['靠', '依'],
  ['打', ''],
  ['扎', ''],
  ['夯', ''],
]);

/** Verbs of two characters before 的更…. */
export const manners: ReadonlySet<string> = new Set(words('发展 建设 推进 完成 生活 进展 落实 衔接 配合 成长'));

/** Adjectives of one character that say how something is done. */
export const degrees = '旺大好快稳实高远深细准狠紧牢强足响亮多少早慢低宽广久长近活硬优美红火精透严';

/** Words of degree between 的 and the adjective. */
export const intensifiers = words('更 更加 很 非常 十分 特别 越来越 比较');
