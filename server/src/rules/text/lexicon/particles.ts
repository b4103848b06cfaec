/**
 * Where 的 stands for 地 or 得 beyond doubt: an adverbial before a verb with its object, a verb before 更 and an adjective. After 吕叔湘《现代汉语八百词》
 * (的、地、得); every list holds only words for which the pattern leaves no second reading.
 */

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Words that are looked up only beside a 的 that may be wrong: most drafts have none, so that the set is made when first asked. */
function lookUp(list: string): { readonly has: (word: string) => boolean } {
  let set: ReadonlySet<string> | undefined;
  return { has: (word) => (set ??= new Set(words(list))).has(word) };
}

/** Adverbials that never qualify a noun of action with an object behind it. */
export const adverbials = words(`
尽快 尽可能 尽量 不断 逐步 逐渐 日益 牢牢 紧紧 深深 坚定不移 毫不动摇 持之以恒 锲而不舍 千方百计 想方设法 源源不断 花样翻新 不折不扣 义无反顾
循序渐进 因地制宜 有计划 有步骤 有重点 有针对性 持续不断 坚持不懈 毫不犹豫 旗帜鲜明 一心一意 全心全意 聚精会神 创造性 最大限度 最大程度
全方位 多渠道 大力度 大张旗鼓 理直气壮 实实在在 扎扎实实 认认真真 踏踏实实 切切实实 真心实意 设身处地 卓有成效 一如既往 积极主动 及时有效 始终不渝 一以贯之 驰而不息 矢志不渝 大幅度 有组织 有准备 稳步 更加紧密 一件一件 一项一项 一步一步
兢兢业业 勤勤恳恳 老老实实 稳扎稳打 毫无保留 不遗余力
`);

/** Words that may also qualify a noun: 的 is wrong only where they open a clause or follow 能, 要 and their like. */
export const looseAdverbials = words(`
更好 更快 更多 更有效 更有力 更充分 更加有效 更加自觉 有效 有力 切实 充分 全面 深入 认真 扎实 积极 主动 高效 大力 迅速 及时 自觉 妥善 科学 严格 果断 坚决 准确 牢固 广泛 清醒 深刻 紧密 顺利 圆满 坚定 持续 有序 极大 明显 显著 成功 正确 普遍 稳妥 合理 较好 很好 出色
`);

/** Characters before a loose adverbial that make what follows a predicate. */
export const predicateOpeners = '能要会须应可必就并才来去而也够当将';

const verbList = `
摆脱 突破 推介 推出 推进 推动 提高 提升 增强 加强 加快 加大 加深 完善 健全 优化 扩大 深化 强化 细化 抓好 抓住 抓紧 做好 做强 做大 做优 搞好 办好 管好 用好 解决 落实 激发
激活 营造 打造 构建 建立 满足 吸引 壮大 充实 丰富 拓宽 拓展 缩小 增加 减少 降低 消除 克服 适应 巩固 发挥 履行 承担 贯彻 完成 实现 达到 防止 防范 化解 遏制 打击 查处 整治 纠正
处理 回应 反映 掌握 把握 领会 融入 投身 转变 改变 改善 改进 调动 凝聚 团结 带动 促进 保证 保障 维护 争取 赢得 取得 获得 利用 整合 服务于 服从 释放 挖掘 开展 开辟 创造
培育 培养 造就 树立 弘扬 传承 讲好 走好 坚持 遵守 遵循 聚焦 瞄准 盯住 盯紧 守住 守牢 扛起 承接 引进 留住 展示 展现 惠及 造福 缓解 减轻 压缩 盘活 出台 推广 听取 吸收 吸纳
通过 依靠 围绕 结合
`;
/** Verbs that rule their object directly and are hardly used as nouns. */
export const verbs = lookUp(verbList);

/** Verbs and verbs with 到 that, with 了 or 到 behind them, are nothing else. */
export const told = lookUp(
  `${verbList} ` +
    '认识 意识 感受 体会 体验 支持 说明 证明 表明 反映 揭示 阐述 阐明 回答 总结 分析 指出 保卫 带动 拉动 推动 鼓舞 激励 调动 维护 捍卫 粉碎 打击 遏制 扭转 融入 投入 参与 配合 学习 研究 部署 安排 组织 举办 召开 传达 ' +
    '建成 结束 发展 建设 奠定 夯实 改造 治理 整改 控制 缩短 集中 团结 记住 走出 交出',
);

/** What is gained: after 得到. */
export const gains = lookUp(
  '解决 落实 保障 保证 加强 改善 改进 提升 提高 发展 巩固 增强 充分 进一 全面 有效 支持 认可 肯定 重视 体现 应用 运用 纠正 控制 遏制 缓解 优化 完善 实惠 好处 尊重 保护 发挥 恢复 治理 整改 处理 安置 满足 遵守 执行 推广 普及 ' +
    '更好 更多 更大 更加 很好 较好 极大 明显 显著 根本 彻底 妥善 及时 切实 广大 社会 群众 人民 师生 企业 各级 各界 上级 省委 市委 县委 中央 新的 了有 了较 了明 了显 了全 了进 了充 了加 了改 了提 了巩 了解 了落 了保 了广 了群 了社 了大 了很 了极 了上 了各',
);

/** One-character words that open a prepositional phrase: after 的 they can only follow an adverbial. 对 is left out (对策, 对手). */
export const prepositions = '把将为从与';

/** Nouns before which such a verb qualifies instead of ruling: 推动作用, 完善措施. */
export const heads = lookUp(
  '作用 措施 办法 情况 空间 力度 过程 机制 方案 态势 幅度 程度 速度 方式 方法 途径 效果 成效 意见 行动 阶段 时期 趋势 体系 功能 能力 工作 要求 手段 模式 条件 因素 标准 制度',
);

/** After 更好的服务: what is served, told from what qualifies 服务 (服务质量). */
export const serviceNouns = lookUp(
  '质量 水平 体系 环境 平台 品质 理念 体验 产品 团队 能力 方式 意识 设施 效率 供给 机制 保障 队伍 内容 条件 态度 措施 功能 网络 中心 对象 半径 手段 模式',
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
  ['扛', ''],
  ['泡', '水灯气'],
  ['绷', ''],
  ['叫', ''],
  ['挺', ''],
  ['修', '进自装'],
  ['教', '宗任请指施家文科政佛道党'],
  ['踩', ''],
  ['铺', '店'],
  ['织', '组'],
  ['筑', '建构'],
]);

/** Verbs of two characters before 的更…. */
export const manners: ReadonlySet<string> = new Set(words('发展 建设 推进 完成 生活 进展 落实 衔接 配合 成长'));

/** Adjectives of one character that say how something is done. */
export const degrees = '旺大好快稳实高远深细准狠紧牢强足响亮多少早慢低宽广久长近活硬优美红火精透严';

/** Adjectives of two characters that say how something is done. */
export const degreeWords: ReadonlySet<string> = new Set(
  words(
    '诚恳 干脆 直白 到位 全面 具体 透彻 细致 精彩 深刻 清楚 明白 扎实 顺利 漂亮 圆满 及时 认真 紧凑 周密 严密 牢固 稳健 响亮 充分 生动 实在 坚决 彻底 高效 规范 有序 成功 出色 突出 厉害',
  ),
);

/** Words of degree between 的 and the adjective. */
export const intensifiers = words('更 更加 很 非常 十分 特别 越来越 比较');
