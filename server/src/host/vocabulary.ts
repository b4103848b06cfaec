/**
 * Words of official speeches that general dictionaries cut apart, for the segmenter. Indicators after the Statistical Communiqués of the National Bureau
 * of Statistics, bodies and posts after the Constitution and the organic laws, phrases after the government work reports.
 */
import { ownWord } from '../engine/words.ts';

export const vocabulary: Readonly<Record<string, string>> = {
  /** Indicators and the economy. */
  n:
    '地区生产总值 生产总值 固定资产投资 工业增加值 规上工业 规上工业增加值 规模以上工业 一般公共预算收入 一般公共预算支出 财政收入 税收收入 社会消费品零售总额 居民人均可支配收入 城镇居民 农村居民 进出口总额 实际利用外资 到位资金 ' +
    '招商引资 营商环境 项目建设 项目库 重点项目 开工率 竣工率 履约率 落地率 高新技术企业 专精特新 新质生产力 战略性新兴产业 先进制造业 现代服务业 数字经济 民营经济 民营企业 实体经济 县域经济 产业链 供应链 创新链 产业集群 产业园区 ' +
    '乡村振兴 脱贫攻坚 粮食安全 耕地保护 高标准农田 人居环境 生态环境 污染防治 蓝天保卫战 河长制 林长制 安全生产 防汛抗旱 信访维稳 扫黑除恶 社会治安 综合治理 网格化 ' +
    '党风廉政 党风廉政建设 主体责任 监督责任 第一责任人 一岗双责 中央八项规定 八项规定 四个意识 四个自信 两个维护 两个确立 三会一课 主题教育 形式主义 官僚主义 享乐主义 奢靡之风 ' +
    '常务副县长 常务副市长 常务副区长 副县长 副市长 副区长 副书记 第一书记 秘书长 检察长 纪委书记 政法委书记 组织部长 宣传部长 统战部长 驻村工作队 责任人 牵头单位 责任单位 成员单位',
  nt:
    '县委 市委 区委 省委 镇党委 乡党委 党工委 管委会 县政府 市政府 区政府 省政府 县人大 市人大 人大常委会 县政协 市政协 纪委监委 组织部 宣传部 统战部 政法委 发改委 发改局 工信局 财政局 自然资源局 生态环境局 住建局 交通局 水利局 ' +
    '农业农村局 商务局 文旅局 卫健委 卫健局 应急管理局 审计局 国资委 市场监管局 统计局 医保局 信访局 招商局 税务局 公安局 教育局 科技局 民政局 司法局 人社局 乡村振兴局 行政审批局 开发区 经开区 高新区 工业园区',
  v: '抓好 抓实 抓细 压实 压紧 夯实 盯紧 扛牢 扛起 落细落实 落实落细 稳中求进 提质增效 真抓实干 挂图作战 清单化 项目化 攻坚克难 担当作为 统筹推进 全力以赴 久久为功 一抓到底',
};

const whole = new RegExp(ownWord);

/** Whether the segmenter can take it as a word. */
export const isWord = (word: string): boolean => whole.test(word);
