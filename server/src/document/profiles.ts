/**
 * Profiles: which parts a kind of speech has, in which order, and how each is recognised. Data: an office adds its own in its configuration.
 * The words are those that headings and bodies of the parts use in published speeches; 三段式 (认清形势—突出重点—压实责任) is the usual build of a
 * leader's speech at a working meeting.
 */

/** Where in a speech a part stands. A `section` has a heading of the first level; the others are paragraphs before and after the sections. */
export type PartPlace = 'salutation' | 'opening' | 'section' | 'closing';

export interface Part {
  /** Short English name, shown in the JSON: situation, focus, responsibility, salutation … */
  readonly role: string;
  /** Chinese name, for messages. */
  readonly name: string;
  readonly place: PartPlace;
  readonly required: boolean;
  /** Words of a heading that name the part; two of the body's cues weigh as much as one of them. */
  readonly headings: readonly string[];
  /** Words of the body (of a section: of its first paragraphs) that hint at the part. */
  readonly cues?: readonly string[];
  /** Share of the speech's characters that is usual, from and to. */
  readonly share?: readonly [number, number];
  /** Heading (for a section) or text to begin the missing part with; XX stand for what is to be filled in. */
  readonly skeleton: string;
}

export interface Profile {
  readonly id: string;
  readonly name: string;
  /** Words in the title that choose the profile. */
  readonly titles: readonly string[];
  /** How many of its section parts must be recognised for the profile to be chosen without its title. 0: by its title alone. */
  readonly recognised: number;
  readonly parts: readonly Part[];
}

const salutation: Part = {
  role: 'salutation',
  name: '称谓',
  place: 'salutation',
  required: true,
  headings: [],
  skeleton: '同志们：',
};

export const builtInProfiles: readonly Profile[] = [
  {
    id: 'three-part',
    name: '三段式讲话',
    titles: [],
    recognised: 2,
    parts: [
      salutation,
      {
        role: 'opening',
        name: '开场与会议任务',
        place: 'opening',
        required: false,
        headings: [],
        cues: ['今天', '这次会议', '会议的主要任务', '主要任务是', '刚才', '下面', '意见', '召开'],
        skeleton: '今天召开这次会议，主要任务是XX。下面，我讲三点意见。',
      },
      {
        role: 'situation',
        name: '认清形势',
        place: 'section',
        required: true,
        headings: [
          '认清形势',
          '形势',
          '提高认识',
          '提高站位',
          '提高政治站位',
          '统一思想',
          '肯定成绩',
          '认清问题',
          '充分认识',
          '深刻认识',
          '深刻把握',
          '充分把握',
          '重要性',
          '必要性',
          '紧迫性',
          '责任感',
          '紧迫感',
          '使命感',
          '站位',
          '重大意义',
          '增强信心',
          '坚定信心',
          '思想认识',
          '清醒认识',
          '总结成绩',
          '看到成绩',
          '正视问题',
          '正视差距',
          '机遇',
          '挑战',
          '极端重要',
        ],
        cues: ['去年', '今年以来', '成绩', '问题', '不足', '形势', '必须看到', '清醒看到', '充分认识到'],
        share: [0.1, 0.45],
        skeleton: '认清形势，切实增强做好XX工作的责任感和紧迫感',
      },
      {
        role: 'focus',
        name: '突出重点',
        place: 'section',
        required: true,
        headings: [
          '突出重点',
          '聚焦重点',
          '抓住重点',
          '抓住关键',
          '锁住关键',
          '紧盯关键',
          '关键举措',
          '关键环节',
          '重点任务',
          '重点工作',
          '主攻方向',
          '精准发力',
          '持续发力',
          '狠抓',
          '聚力',
          '聚焦',
          '攻坚',
          '抓好',
          '推进',
          '提升',
          '全面落实',
          '突破',
          '成效',
          '质效',
          '任务',
          '举措',
        ],
        cues: ['一要', '二要', '一是', '要抓好', '要围绕', '加快', '推动'],
        share: [0.3, 0.75],
        skeleton: '突出重点，全力推动XX工作取得新突破',
      },
      {
        role: 'responsibility',
        name: '压实责任',
        place: 'section',
        required: true,
        headings: [
          '压实责任',
          '落实责任',
          '夯实责任',
          '强化责任',
          '加强领导',
          '强化领导',
          '组织领导',
          '强化保障',
          '加强保障',
          '坚强保障',
          '有力保障',
          '凝聚合力',
          '凝聚工作合力',
          '形成合力',
          '强化组织',
          '落实力度',
          '狠抓落实',
          '抓好落实',
          '务求实效',
          '落到实处',
          '落地见效',
          '改进作风',
          '转变作风',
          '强化作风',
          '严明纪律',
          '强化督查',
          '严格考核',
          '担当作为',
        ],
        cues: ['主要负责同志', '第一责任人', '一把手', '督查', '考核', '问责', '牵头', '各负其责'],
        share: [0.08, 0.4],
        skeleton: '压实责任，确保各项工作落到实处',
      },
      {
        role: 'closing',
        name: '号召结尾',
        place: 'closing',
        required: true,
        headings: [],
        cues: ['同志们', '让我们', '希望', '贡献', '奋斗', '努力', '谢谢', '胜利', '新局面'],
        skeleton: '同志们，做好XX工作责任重大、使命光荣。让我们振奋精神、扎实工作，为XX作出新的更大贡献。',
      },
    ],
  },
  {
    id: 'work-report',
    name: '工作报告',
    titles: ['工作报告'],
    recognised: 0,
    parts: [
      { ...salutation, skeleton: '各位代表：' },
      {
        role: 'review',
        name: '工作回顾',
        place: 'section',
        required: true,
        headings: ['回顾', '工作情况', '过去', '主要工作', '发展成就', '以来'],
        skeleton: 'XX年工作回顾',
      },
      {
        role: 'goals',
        name: '总体要求和目标',
        place: 'section',
        required: false,
        headings: ['目标', '总体要求', '指导思想', '思路', '奋斗'],
        skeleton: '总体要求和主要目标',
      },
      {
        role: 'focus',
        name: '重点工作',
        place: 'section',
        required: true,
        headings: [
          '重点工作',
          '主要任务',
          '重点任务',
          '工作安排',
          '工作部署',
          '工作任务',
          '建设',
          '任务',
          '工作',
          '发展',
        ],
        skeleton: 'XX年重点工作',
      },
      {
        role: 'responsibility',
        name: '自身建设',
        place: 'section',
        required: false,
        headings: ['自身建设', '政府建设', '服务型政府', '党的建设', '党的领导', '从严治党', '作风'],
        skeleton: '全面加强自身建设',
      },
      {
        role: 'closing',
        name: '结尾',
        place: 'closing',
        required: false,
        headings: [],
        cues: ['各位代表', '让我们', '奋斗', '贡献'],
        skeleton: '各位代表，让我们XX，为XX而努力奋斗。',
      },
    ],
  },
  {
    id: 'address',
    name: '致辞',
    titles: ['致辞', '致词', '贺词', '欢迎词', '祝酒词', '开幕词', '闭幕词', '答谢词', '献词'],
    recognised: 0,
    parts: [
      { ...salutation, skeleton: '尊敬的各位来宾，女士们、先生们、朋友们：' },
      {
        role: 'opening',
        name: '欢迎和祝贺',
        place: 'opening',
        required: true,
        headings: [],
        cues: ['欢迎', '祝贺', '感谢', '问候', '敬意', '高兴', '荣幸', '代表', '相聚', '齐聚'],
        skeleton: '值此XX之际，我谨代表XX，对各位来宾的到来表示热烈欢迎。',
      },
      {
        role: 'closing',
        name: '祝愿',
        place: 'closing',
        required: true,
        headings: [],
        cues: ['祝', '谢谢', '圆满成功', '愿', '期待', '携手'],
        skeleton: '最后，预祝XX圆满成功，祝各位身体健康、工作顺利。谢谢大家。',
      },
    ],
  },
  {
    id: 'statement',
    name: '表态发言',
    titles: ['表态发言', '表态讲话', '表态'],
    recognised: 0,
    parts: [
      { ...salutation, skeleton: '尊敬的各位领导，同志们：' },
      {
        role: 'situation',
        name: '提高认识',
        place: 'section',
        required: false,
        headings: ['认识', '站位', '使命', '思想'],
        skeleton: '提高站位，深刻认识XX工作的重大意义',
      },
      {
        role: 'focus',
        name: '落实措施',
        place: 'section',
        required: false,
        headings: ['重点', '措施', '任务', '抓', '推进', '目标'],
        skeleton: '突出重点，扎实推进XX工作',
      },
      {
        role: 'responsibility',
        name: '保障落实',
        place: 'section',
        required: false,
        headings: ['责任', '保障', '作风', '落实', '担当'],
        skeleton: '压实责任，确保XX任务圆满完成',
      },
      {
        role: 'closing',
        name: '表决心',
        place: 'closing',
        required: true,
        headings: [],
        cues: ['决心', '请', '放心', '谢谢', '坚决', '全力', '一定', '交出', '答卷', '贡献'],
        skeleton: '请各位领导放心，我们一定XX，向XX交出一份满意的答卷。',
      },
    ],
  },
  {
    id: 'host',
    name: '主持词',
    titles: ['主持词', '主持稿', '主持讲话'],
    recognised: 0,
    parts: [
      { ...salutation, required: false },
      {
        role: 'opening',
        name: '开场与议程',
        place: 'opening',
        required: true,
        headings: [],
        cues: ['现在开会', '会议', '议程', '出席', '参加', '开始', '大会', '召开', '主持'],
        skeleton: '现在开会。出席今天会议的有XX。会议共有XX项议程。',
      },
      {
        role: 'closing',
        name: '小结与散会',
        place: 'closing',
        required: true,
        headings: [],
        cues: ['散会', '到此结束', '会议结束', '结束', '谢谢', '贯彻', '落实', '闭幕'],
        skeleton: '会后，请各级各部门XX。会议到此结束，散会。',
      },
    ],
  },
  {
    id: 'party-lecture',
    name: '党课',
    titles: ['党课', '专题党课', '讲党课'],
    recognised: 0,
    parts: [
      salutation,
      {
        role: 'opening',
        name: '引入主题',
        place: 'opening',
        required: false,
        headings: [],
        cues: ['今天', '党课', '主题', '同大家', '和大家', '学习'],
        skeleton: '今天，我以“XX”为题，与大家一起学习交流。',
      },
      {
        role: 'closing',
        name: '号召结尾',
        place: 'closing',
        required: true,
        headings: [],
        cues: ['同志们', '让我们', '希望', '奋斗', '贡献', '谢谢', '努力', '前进'],
        skeleton: '同志们，让我们XX，为XX而努力奋斗。',
      },
    ],
  },
];
