/**
 * Function words that are doubled only by a slip, and where the same two characters are right: because the first belongs to the word before
 * (目的的, 可以以) or the second to the word after (为了了解, 在在建项目). Compiled from the word lists of 《现代汉语词典》（第7版）.
 */
export interface DoubledWord {
  readonly word: string;
  /** Characters before it that take the first one. */
  readonly after: string;
  /** Characters behind it that take the second one. */
  readonly before: string;
  /** What shows, in two characters before the doubled ones and two behind, that neither is so: 水平和和 has 水平, not 平和. */
  readonly despite?: RegExp;
}

export const doubledWords: readonly DoubledWord[] = [
  { word: '的', after: '目标众有是', before: '确士', despite: /未有的的|^(?:.?[，。；：！？,;]|)有的的[^确士]/ },
  { word: '了', after: '不一为', before: '解结却断事然之如不得', despite: /[的和与地，。；]了了解/ },
  {
    word: '在',
    after: '现正存所实潜内自旨外好不',
    before: '建谈校职册线场座京野逃押岗编役籍学逃手家位世案读业地营',
    despite: /[^实内外自现正]在在的/,
  },
  {
    word: '和',
    after: '总平温饱共柔缓调祥随谐中求议媾违附亲应唱',
    before: '谐平美气睦解善顺煦约声议谈田蔼县',
    despite: /共和和国|水平和和[^谐平美气睦解]/,
  },
  { word: '与', after: '参给赠授干付', before: '会时其此众日世人共否' },
  { word: '把', after: '一火拖车门刀两几三', before: '握关手柄脉守门控' },
  { word: '被', after: '棉', before: '告动害子迫单褥征捕申执检' },
  { word: '从', after: '服自听遵顺盲跟随侍', before: '严快前来业事而中此容速优实轻政教军' },
  { word: '以', after: '可所予加难足给得用何借无处致报乘辅冠赖', before: '及上下后前内外来往便至为人免致色' },
  { word: '及', after: '以涉普波提触企顾危不论殃遍埃未谈问', before: '时早格其至第物' },
  {
    word: '于',
    after: '由关对等大小高低属处位善敢勇在基利便限终过至鉴急忠服归源甘用生出始置易建多适趋介富产陷少溶乐',
    before: '是都洪田家',
  },
  { word: '并', after: '合兼吞归火一', before: '且非不没存列网轨购行入联' },
  { word: '而', after: '从然反进', before: '且已' },
  { word: '由', after: '自理缘事经', before: '于此来衷' },
  {
    word: '向',
    after: '方面导走去取动志趋倾流内外转风单双纵横指意定逆推投正引万反南北西东相一',
    before: '上下前后来往导心好善阳东南西北',
  },
  {
    word: '为',
    after: '作成认以因行变分称视更极较最尤改列转定设确大无有人何所评名身沦化甚实应华题代结失互聘广合妄之誉',
    before: '了民何人首主期止政难时此官准数重害生先题伴什啥何国',
  },
  { word: '将', after: '即必终行名上中少大主麻干武老副部门战猛强精良虎爱点小', before: '来要军士会近帅领校' },
  { word: '我', after: '自大忘无敌你', before: '国省市县区军党们家校院' },
  { word: '都', after: '首成古故京帝国建全大迁宜定江商陪', before: '市城督江会匀昌兰安' },
  { word: '就', after: '成造迁高早练生', before: '业是近地算医诊餐学职任读绪位寝座势义' },
  {
    word: '要',
    after: '主重需首必不只想纪摘概简紧提险还就正快将纲次偏须索政机扼显精',
    before: '求素点领件害道闻塞职义么务职约员诀旨强',
  },
  {
    word: '能',
    after: '可功职性效节智产动才技体潜光热电核全不只未岂机本无水内势总万贤聚新储赋',
    before: '力源够耗动量见手人否级效干比',
  },
  { word: '过', after: '通经超越错悔路不走度透难', before: '程去来渡度半硬关分往于年境后剩时量节期早重多高' },
  { word: '着', after: '沿', before: '力眼手重想装急落实陆色意地火' },
  { word: '这', after: '', before: '' },
  { word: '那', after: '刹', before: '曲' },
  { word: '是', after: '但于可凡若总就还正只便乃即', before: '非否' },
  { word: '也', after: '', before: '许门' },
  { word: '还', after: '归偿返退交送奉生', before: '有是要款清原乡贷债将没能会在可' },
  { word: '已', after: '不自而业早', before: '经' },
  { word: '或', after: '抑倘即甚设', before: '者许是多' },
  { word: '但', after: '不非岂', before: '是愿' },
  { word: '该', after: '应本理', before: '地县市省校院项区局镇乡村' },
  { word: '其', after: '与尤极及何使将任听土伊', before: '中他次余实间它一' },
  { word: '因', after: '原起成诱病内外基事', before: '此为素而地果人时' },
  { word: '让', after: '转礼谦退避出忍割', before: '位利步' },
  { word: '没', after: '淹沉出埋吞', before: '有收' },
  { word: '有', after: '没具拥占含所享还只国公私富稀特现原持独', before: '效利关力序机望待些所着害限偿形毒' },
  { word: '对', after: '针面反相应绝比校核配', before: '于象策应照待比抗话接口外内' },
  { word: '所', after: '派场处诊厕会住居院研名', before: '以有谓属长在得需' },
  { word: '使', after: '即致促迫驱行大假指', before: '用命者得劲节' },
];

/**
 * Characters that are doubled on purpose as a word by themselves: adverbs, adjectives, verbs, kin (紧紧, 看看), and what stands so in idioms. After the same
 * dictionary; 方方面面 and the like are told by their form.
 */
export const reduplicated =
  '往常渐默快深紧牢久大小多好慢稳满早远高轻悄静刚仅恰偏屡频连纷团重隐明白足整统通源滔熊勃蒸欣谆拳孜兢殷莘济绵茫苍浩荡堂炯赫巍区匆楚比历娓津郁葱奕彬翩依恋沉朗琅铮凛看想说走谈听问讲算查找试尝聊动转坐等写读学做摸晒评议钉碰练管抓跑拍笑摇挥' +
  '妈爸哥姐弟妹爷奶叔宝太星娃谢某斤念耿洋密微缓徐狠死活真细长短厚薄圆方正直弯红绿青蓝黑亮暗热冷暖凉新老实呼哈呵哗烈冉皑潺涓粼蓬毛乎溜腾沸攘熙碌庸忙婆舅姑伯婶公姥萧甸呦美南北东西乐喜甜苦生靡泱喋津赳昂岌蠢跃循寥落滚袅绰节';

/** Things and what counts them: doubled, each of them is meant (条条, 户户). Wrong where the first belongs to the word before: 工业项项目. */
export const countable =
  '人天年月日时处事家户村层级步个条件样代世种头道点片丝滴朵座排串阵段句字声行店县市镇组遍次回笔项桩块份篇页章册卷首曲幅张批队班校厂企院街巷路桥车船机站岗面角线环扣链门口枝叶珠届楼室科局部会团员位根棵枚件支股滴粒本座栋幢艘辆架台盏扇幕幅对双套道缕束团群堆筐袋瓶杯碗盘碟盒箱桶把柄杆间屋窗山水花草树';

/** Verbs and phrases that are doubled on purpose, in full (研究研究): 朱德熙《语法讲义》§5.14. */
export const doubledOnPurpose: ReadonlySet<string> = new Set(
  (
    '研究 讨论 商量 学习 考虑 休息 了解 总结 锻炼 体会 交流 表扬 关心 琢磨 合计 掂量 反思 思考 看看 想想 说说 谈谈 听听 走走 检查 打听 介绍 ' +
    '宣传 分析 比较 对照 调查 调研 准备 活动 放松 教育 批评 帮助 照顾 收拾 打扫 整理 整顿 清理 梳理 提高 改进 改善 完善 熟悉 观察 体验 感受 回顾 回忆 ' +
    '评价 评估 测试 试验 考察 参观 参考 参谋 协商 沟通 联系 商讨 探讨 磨合 适应 尝试 努力 鼓励 激励 支持 督促 提醒 议论 辩论 ' +
    '等等 什么 很多 好多 许多 非常 特别 十分 最最 谢谢 感谢 加油 哈哈 大家 多少 多么 怎么 哪里 谁谁 某某 这样 那样 如何 为何'
  ).split(' '),
);

/** What begins with a word that may end the name before it: 县人民政府|政府工作报告. */
export const longerNames: readonly string[] = [
  '政府工作报告',
  '政府信息公开',
  '政府采购',
  '政府投资',
  '政府网站',
  '学校党委',
  '公司党委',
  '企业职工',
];

/** Nouns of which one stands above all others of its kind: 发展的底线的底线, 工作的重点的重点. */
export const aboveAll: ReadonlySet<string> = new Set(
  '底线 红线 关键 核心 重点 难点 要害 基础 前提 根本 灵魂 中心 头等大事 重中之重'.split(' '),
);
