/**
 * Characters of personal names that are typed or read for one another: those of one group sound alike (tones aside, after 《现代汉语词典》) or look alike.
 * Only characters that are frequent in given names.
 */
export const alike: readonly string[] = (
  '伟威维卫炜玮韦苇薇微巍惟唯魏 军君均钧骏俊峻竣浚 华桦骅铧 明名铭鸣茗 建健剑舰键坚 国果 强蔷墙 红宏洪鸿虹弘泓 志智治致至芝之枝 文闻纹雯汶 平萍苹屏坪 ' +
  '林琳霖麟临淋琪 海亥 和合河荷贺何禾 红鸿 春淳纯椿 芳方芬坊 丽莉莅力立利励黎犁理礼里俐 英瑛莹颖盈迎影 玉裕育钰煜昱郁宇羽雨瑜愉渝余于 静敬靖晶京竞菁净璟景婧 ' +
  '辉晖挥慧惠会汇卉徽 峰锋丰风枫凤烽逢奉冯 刚钢岗罡纲 杰洁捷婕 超朝 勇永咏泳 涛韬滔陶 斌彬滨宾缤 波博勃渤 鹏朋蓬 飞菲斐非霏 龙隆珑 ' +
  '成诚程承城澄呈丞 东冬栋董 亮良梁靓 忠中仲钟 德得 庆清青卿情晴 福富付傅甫 生声升胜盛圣晟 祥翔享湘襄详 兴星新欣鑫馨信心昕歆 ' +
  '旭序绪叙 阳杨扬洋 光广 荣容蓉榕融 贵桂 金锦进晋劲瑾津今 宝保 山珊姗 江姜将 雪学 梅美玫媚 兰岚澜蓝 娟涓鹃 燕艳彦雁岩延妍研炎 霞夏侠 ' +
  '敏闽民 倩茜谦前千 婷亭廷庭 雅亚娅 洁杰 晓小筱霄潇孝笑肖 瑞睿锐 浩昊皓灏豪 轩萱宣 泽则 涵函晗寒含翰 博波 凯楷恺 磊蕾雷垒 帅率 昌长常畅 ' +
  '义毅艺谊怡宜逸亦益翼易仪伊依 根跟 全权泉 树书淑舒述叔 松嵩 万婉 喜玺希西熙曦夕溪锡 贤显先娴宪 友有佑右 元源圆远媛苑缘 云芸韵运昀 振镇震珍真贞臻 ' +
  '正政征铮 宗棕 祖组 佳嘉家加 娜那 璐露路鹭 丹单 彤童同通 奇琪琦齐祺棋启起 勤琴秦 群裙 仁人任壬 善珊 胜升 石时世士仕诗 顺舜 思斯 天田 卫为 武吾五伍 ' +
  '向祥 耀瑶遥 业烨叶晔 银寅印 映英 月悦越跃岳 泰太 占展战 召昭照兆 哲喆 柱祝 卓倬 子梓紫 候侯 戊戌 未末 己已 干千 士土 日曰 治冶 晴睛 沛柿 祥详 铃玲灵凌 莹萤'
).split(' ');

const inOneGroup = (a: string, b: string): boolean => alike.some((group) => group.includes(a) && group.includes(b));

/** Whether two names of equal length differ in one character, for one that sounds or looks alike. */
export function soundsLike(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = -1;
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    if (at >= 0) return false;
    at = i;
  }
  return inOneGroup(a[at]!, b[at]!);
}
