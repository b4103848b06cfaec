/**
 * Words of announced counts (讲三点意见, “四个必须”, 五方面工作). Measure words after 吕叔湘 (ed.) 《现代汉语八百词》, table of 名量词;
 * the nouns are those that official speeches enumerate, by their own headings.
 */

/** A table of words, split when it is made. */
const words = (table: string): ReadonlySet<string> => new Set(table.trim().split(/\s+/));

/** Measure words between a number and what is counted. Longer ones first where one begins another. */
export const measures: readonly string[] = [
  '个方面', '方面', '个月', '大块', '个', '点', '项', '条', '件', '组', '句', '种', '类', '道', '层', '级', '块', '步', '场', '套', '批', '轮', '支', '座', '处', '张', '位', '名', '家', '大', '重', '者', '股', '把', '对', '环', '关', '招', '篇', '本', '门',
]; // biome-ignore format: a table

/** Nouns that a speech announces and then enumerates. A count of anything else (三个城区, 12个乡镇) announces nothing. */
export const announcedNouns: ReadonlySet<string> = new Set([
  '意见', '要求', '建议', '问题', '方面', '工作', '任务', '措施', '举措', '特点', '特征', '原则', '环节', '关键', '重点', '内容', '体会', '希望', '目标', '数据', '事', '事情', '大事', '实事', '词', '字', '话', '转变', '结合', '面向',
  '平台', '方向', '因素', '条件', '集群', '方式', '方法', '办法', '途径', '路径', '关系', '理念', '意识', '观念', '能力', '本领', '体系', '机制', '制度', '工程', '行动', '战役', '攻坚战', '硬仗', '抓手', '突破', '突破口', '着力点', '切入点', '结合点',
  '关口', '关', '底线', '红线', '防线', '原因', '理由', '难题', '短板', '弱项', '不足', '差距', '矛盾', '困难', '现象', '倾向', '苗头', '变化', '成效', '成绩', '亮点', '经验', '启示', '优势', '机遇', '挑战', '压力', '动力', '课题', '步骤', '阶段', '层面', '层次',
  '领域', '板块', '部分', '环境', '要素', '资源', '支柱', '引擎', '平衡', '统筹', '提升', '提高', '加强', '强化', '确保', '坚持', '到位', '必须', '防止', '转化', '对接', '创新', '优化', '严禁', '不准', '不放过', '不能', '不得', '好', '新', '准', '实', '严',
  '事项', '议程', '议题', '程序', '内涵', '含义', '意义', '标准', '指标', '口径', '角度', '维度', '视角', '态度', '精神', '作用', '角色', '责任', '纪律', '规定', '承诺', '保障', '支撑', '基地', '中心', '通道', '走廊', '园区', '片区', '产业', '主体', '群体', '季节', '时期', '节点',
  '考量', '考虑', '思考', '感受', '认识', '共识', '判断', '印象', '信号', '图景', '看法', '想法', '字诀', '招', '招数', '仗', '牌', '篇文章', '文章', '课', '账', '步走', '步', '月', '季度', '时间段', '重大', '坚定不移', '先行', '示范', '样板',
]); // biome-ignore format: a table

/** Verbs with which a speaker announces what follows: 讲五点意见, 做到“四个防止”, 主要体现在三个方面. */
export const announcingVerbs: ReadonlySet<string> = words(`
讲 谈 说 提 提出 强调 重申 汇报 报告 作 部署 安排 抓好 抓 做好 做到 做 实现 坚持 注意 解决 处理 把握 把住 落实 实施 体现在 表现在 基于 出于 归结为 归纳为 概括为
集中在 概括起来是 突出 呈现 呈现出 具有 存在 面临 有 是 为 分 分为 分成 从 在 围绕 聚焦 树立 强化 增强 克服 推进 推动 打好 把好 过好 念好 下好 守住 守牢 用好 处理好
完成 建立 健全 完善 开展 达到 办好 办 明确 回答 搞清 搞清楚 弄清 弄清楚 取得 打造 创优 构建 建设 形成 看到 得出 总结
`);

/** Verbs that may stand before the first word of a list: the item begins after them. */
export const listVerbs: ReadonlySet<string> = words(`
包括 利用 发挥 布局了 符合 围绕 聚焦 抓好 抓住 做好 推进 推动 实施 开展 落实 完善 加强 强化 突出 坚持 统筹 对于 对 把 将 以 从 在 是 有 为 由 的 了 即 建设 打造
形成 实现 提升 提高 优化 促进 加快 构建 建立 健全 培育 发展 处理好 把握 用好 打好 守住 织密 筑牢 组建 成立 新建
`);

/** Endings that show a “list” before a count to be verbs with the count as their object: 深入实施、扎实推进三大行动. */
export const verbEndings: ReadonlySet<string> = words(`
推进 推动 实施 落实 抓好 做好 开展 完成 打好 召开 建设 举办 组织 建立 健全 完善 加强 强化 突出 坚持 实现 达到 建成 引进 新增 培育 打造 形成 构建 统筹 安排 部署 提出
制定 出台 印发 取得 获得 荣获 聚焦 围绕 紧盯 瞄准 把握 处理好 解决 攻克 补齐 筑牢 织密 守住 守牢 用好 办好 抓 做 有 是 为 在 到 了 等 共 各 这 那 每 的 设立 成立
组建 选派 派出 选出 评出 表彰 新建 改造 创建 争创 整合 划分为 分为 分成 涵盖 涉及 覆盖 包括 辖 共有 就 从 按照 按 把 将 对 向 给 请 由 经 至 近 约 超 达 全
`);
