/**
 * Lines that a web page or a chat program leaves around a speech. Collected from public sites that offer model speeches, and from the phrases with
 * which chat programs open and close an answer. A pattern is tried on short lines only, and must fit what a speech never says.
 */
import { remember } from '../../../document/remember.ts';
import { type Watch, watch } from '../../../document/walk.ts';

/** Each of the patterns below has one of these pairs of characters in it: only a line that has one is tried. */
const webPairs =
  '扫一 扫描 扫码 福利 长按 众号 入收 藏本 首页 打印 关闭 返回 站地 情链 投稿 登录 系我 于我 责声 权声 见反 一篇 一页 一条 间: 间： 期: 期： 来源 表本 仅代 侵权 转载 版权 未经 ' +
  '浏览 阅读 点击 访问 下载 共计 全文 编辑 责编 文地 章来 前位 您的 分享 关阅 关文 关推 关范 荐阅 荐文 猜你 门文 门推 多文 多范 多内 多相 文库 文网 文大 书网 公有 维基 ad Pu pu PU ' +
  'tt TT Tt tT ww WW Ww wW 字体 字号 大中 大_ 作者 字数 未完 IC ic Ic iC 公网 gh GH Gh gH 页） 页) 容需 容须 藏内 户特 员特 纠错 请删 文复 档简 试读 试阅 开通 赏杯 赏个 文章 本文 范文 抄袭 照搬 ' +
  '信登 信支 信订 员登 员中 系客 非会 费试 门搜 文标 接地 文链 章标 次传 员权 @p KB MB kb mb Kb Mb kB mB 省略 会员 由用 文系 档由 档系 微信 小编 本站 公文 收藏 推荐 举报 换稿 表评 预览 点此 刷新 登陆 此处 留言 标签 ' +
  '立即 材网 材库 之家 文秘 户评 友评 论功 论仅 我用 我要 您现 您当 页共 页_';

const webLines: readonly RegExp[] = [
  /扫(?:一扫|描|码)[^，。]{0,16}(?:二维码|关注|分享|福利|添加|阅读)|领取福利|长按(?:识别|扫|二维码)|^[^，。]{0,12}关注[^，。]{0,12}公众号[^，。]{0,6}$|公众号[^，。]{0,6}(?:回复|后台)/,
  /^(?:微信)?扫(?:一扫|码)[^，。]{0,8}$/,
  /加入收藏|收藏本[站页文]|设为首页|打印(?:本页|本文|正文|此页)|关闭(?:窗口|本页)|返回(?:首页|顶部|列表)|网站地图|友情链接|我要投稿|登录 ?[|｜] ?注册/,
  /^(?:联系我们|关于我们|免责声明|版权声明|意见反馈)$/,
  /^[【[]?(?:上|下)一[篇页条][】\]]?[:：]/,
  /^(?:发布|更新|发表|上传)(?:时间|日期)[:：]/,
  /^(?:时间|日期)[:：] ?\d{4}[-/.]\d{1,2}[-/.]\d{1,2} {1,2}\d{1,2}:\d{2}/,
  /来源[于自]?[:：] ?网友|来源[于自]?[:：]?网(?:友上传|络整理|络[，,]不代表|络$)|不代表本站|仅代表作者|如有侵权|转载请?注明|版权所有|未经(?:许可|授权)[^。]{0,6}(?:转载|复制)/,
  /^(?:浏览|阅读|点击|访问|下载)(?:次数|数|量|人次)?[:：]|浏览次数|阅读时长|共计 ?\d+ ?字|全文(?:共|约) ?\d+ ?字/,
  /^(?:责任编辑|编辑|责编|本文地址|文章来源|当前位置|您的位置)[:：]/,
  /^(?:分享到|分享给|相关(?:阅读|文章|推荐|范文)|推荐(?:阅读|文章)|猜你喜欢|热门(?:文章|推荐)|更多(?:相关)?(?:文章|范文|内容))/,
  /admin 分享|文库(?:$|[◆|｜_·-])|范文[网大]|公文网|秘书网|免费下载|下载地址|公有领域|维基|Public domain/,
  /^(?:网址[:：])?(?:https?:\/\/|www\.)[!-~]+$/i,
  /^[【[(（]?(?:字体|字号)[:：]|大 ?中 ?小[】\])）]|^作者[:：] ?(?:佚名|admin|管理员|网友|本站)|^字数[:：] ?\d|^来源[:：][^，。]{0,20}(?:\d{4}-\d{1,2}-\d{1,2}|浏览|点击)/,
  /请认真阅读下面的提示信息|本[章页]未完|点击下一页/,
  /ICP ?[备证]|公网安备|Copyright|All Rights Reserved/i,
  /[（(]第? ?\d+ ?[/／] ?\d+ ?页[）)]/,
  // What a page sells: the rest of the text.
  /^[（(【]?(?:此处|该|本|以下|剩余)?(?:隐藏)?内容(?:需要?|须)[^，。]{0,6}(?:权限|登录|会员|回复|付费|购买)[^，。]{0,8}$|^(?:隐藏内容|普通用户特权|会员特权|侵权投诉|我要纠错|申请删除|正文复制|文档简介|全文复制)$/,
  /^(?:免费[试阅]读|试阅?读)(?:已经?)?(?:结束|完毕)|开通(?:会员|VIP)[^。]{0,8}(?:阅读|查看|下载|全文|特权)|点击下载(?:阅读|编辑|全文|原文|文档)|赏(?:杯|个)(?:茶|咖啡)钱/i,
  /^[（(【]?[^，。]{0,12}[，,]?(?:您需要先?登录|请先?登录|登录后(?:查看|阅读|下载)(?:全文|更多|完整)?)[^，。]{0,10}[）)】]?$/,
  /^[【[（(]?(?:全文|文章|本文|范文)[^。]{0,4}共?(?:计|约)? ?\d+ ?字[^。]{0,24}(?:借鉴|抄袭|参考)|请勿(?:直接)?(?:抄袭|照搬照抄)/,
  /^\d+(?:\.\d+)? ?[KM]B$/i,
  /省略 ?\d+ ?字|(?:正式|付费|VIP) ?会员可(?:完整|全文)?(?:阅读|查看|下载)|本文(?:档)?(?:由用户|系本站|由网友)[^。]{0,12}(?:上传|提供|转载)|[【[（(]更多[^。】]{2,12}[，,]? ?微信/,
  /^.{0,40}(?:小编|本站)(?:为大家|为您|给大家|精心|特地)[^。]{0,40}(?:整理|收集|搜集|分享|带来)|^[^，。,]{2,6}[，,](?:范文|公文|办公文档)[^，。,]{0,4}(?:文库|之家|大全|网站?)$/,
  /(?:^|\s)来源[:：] ?(?:本站|互联网|网络)|【加入会员】?$/,
  // The heads and feet of sites that sell model speeches.
  /^会员登[录陆]|新用户注册|^您(?:现在|当前)(?:所在)?的?位置|^首页 ?[>》»›]|^[^，。；：]{2,12} ?[>»›] ?[^，。；]{1,24} [>»›]/,
  /^预览(?:已经?)?结束|^内容预览[：:]?$|^阅读全文$|👉|👈|【点此|【刷新页面】|您需要先?登陆|此处隐藏 ?\d+ ?个?字|^留言与评论|^(?:网站编辑|微信订阅号)$/,
  /^(?:[^，。]{1,8} )?(?:https?:\/\/|www\.)[!-~]+$/i,
  /^[•·] ?我(?:要|用)[^，。]{2,6}$|^(?:用户|网友)评论(?:$|《)|评论仅代表网友|^评论功能已?关闭/,
  /^(?:\d{4}-)?\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)? ?[^，。 ]{2,8}(?:素材网|素材库|范文网|公文网|文库|之家)$|(?:素材|范文|公文|文秘)[网库](?:[ -]+首页)?$|公文之家$/,
  /赞助(?:VIP)?会员|如需复制请|^投稿人[：:]|投稿交换|会员申请|本站(?:部分|所有)?(?:文稿|资源|文章)|立即(?:了解|下载|开通|购买)$|^标签[：:] ?#/i,
  /^\d{4}-\d{1,2}-\d{1,2} +\d+(?:\.\d+)? ?[KM]B|^第 ?\d{1,3} ?页[，,]? ?共 ?\d{1,3} ?页$/,
  /^(?:微信(?:登录|支付|订阅号)|会员(?:登录|中心)|联系客服|非会员，?请先注册|免费试读|热门搜索[:：].{0,60})$|^(?:本文标题|文章标题|本文链接|链接地址)[:：]/,
  /(?:不允许|禁止|谢绝)二次传播|收回会员权益|@page ?\{/,
  // Buttons.
  /^[^，。；：]{0,12}[【[] ?(?:收藏|打印|关闭|返回|推荐|举报|纠错|加入会员|加入收藏|以稿换稿|我要投稿|发表评论|字体|字号)(?:$|[】\]] ?(?:$|[【[|｜…·\d])|[:：])/,
];

/** The number that a catalogue of model speeches put before a title. */
export const catalogueNumber =
  /^[A-Z]{1,2}\d{3,5}(?=[ _.、-]?(?:在[^建]|关于).{4,60}(?:讲话|发言|报告|致辞|汇报|总结|要点|材料|稿)(?:[（(].{0,12})?$)/;

/** Names of sites that stamp them into the middle of sentences. */
export const stamps: readonly string[] = [
  '老秘网',
  '好范文网',
  '第一范文网',
  '范文大全网',
  '文秘网',
  '公文网',
  '秘书网',
  '公务员之家',
  '文档大全网',
];

/** A site that puts its name behind a paragraph: …再上新台阶。 稿子汇 www.example.com */
export const behindParagraph =
  / [\u4e00-\u9fff]{2,5}(?: www\.[a-z\d-]+\.(?:com|net|cn|org)|[,，](?:范文|公文|办公文档)[^，。,]{0,4}(?:文库|之家|大全))$|(?<=[。！]) ?第 ?\d{1,3} ?页[，,]? ?共 ?\d{1,3} ?页$/;
/** How it ends. */
export const behindEnds = 'mtng家库全页';

/** Words of a page's navigation: a line of its own at the very beginning or end of a file. */
export const navigation: ReadonlySet<string> = new Set(
  '首页 成语 成语首拼 范文 范文大全 作文 诗词 古诗 字典 词典 百科 下载 登录 注册 搜索 导航 返回 分享 收藏 点赞 评论 举报 更多 查看更多 展开全文 阅读全文 正文 打印 关闭 复制 广告 购物车 我的足迹 网站首页 返回首页'.split(
    ' ',
  ),
);

/** The longest of them, in characters. */
export const longestNavigation = 4;

const chatPairs =
  '下是 下为 面是 面为 为您 为你 给您 给你 根您 根你 据您 据你 对您 对你 到您 到你 助您 助你 足您 足你 合您 合你 让您 AI ai Ai aI 语言 能助 我是 工智 文心 通义 豆包 Ki ki KI De de DE 讯飞 Ch ch CH 智谱 元宝 ' +
  '果您 果你 若您 若你 如您 如你 您可 你可 您根 你根 注: 注： 明: 明： 示: 示： 供参';

/** What a chat program says around the text it was asked for. */
const chatLines: readonly RegExp[] = [
  /^(?:好的|当然可以|当然|没问题|可以)[，,！!。][^。]{0,24}(?:以下是|为[您你](?!们)|给[您你](?!们))/,
  /^(?:以下|下面)(?:是|为)(?:[为给][您你]|根据[您你]|按照?[您你]|我[为根]|一[篇份则])[^。]{0,40}(?:稿|讲话|发言|致辞|报告|范文|内容|版本|全文)/,
  /^这(?:是|[篇份])[^。，]{0,6}(?:[为根据]{1,2}[您你](?!们))/,
  /^(?:希望|愿)[^。]{0,24}(?:对[您你](?!们)(?:有|能)|能帮[到助][您你](?!们)|满足[您你]的|符合[您你]的|让您满意)/,
  /作为(?:一[个名款位])?(?:AI|人工智能(?:助手|语言模型|大模型|模型)|大?语言模型|智能助手)|我是(?:一[个名款])?(?:AI|人工智能(?:助手|语言模型|模型)|由[^，。]{1,12}(?:开发|训练)的)/i,
  /(?:我是|由|使用) ?(?:文心一言|通义千问|豆包|Kimi|DeepSeek|讯飞星火|ChatGPT|智谱清言|腾讯元宝)|由 ?(?:AI|人工智能) ?[^。，]{0,6}生成/i,
  /(?:如果?|若)[您你](?!们)[^。]{0,30}(?:随时告诉我|请告诉我|我可以|我将为|请随时|欢迎随时)/,
  /[您你](?!们)可以?根据(?:实际|具体|自身|需要)[^。]{0,16}(?:修改|调整|补充|完善|增删)/,
  /^[（(【[]?(?:注|说明|温馨提示)[:：][^。]{0,30}(?:模板|范文|供参考|生成|替换)/,
  /^(?:以上|本)(?:内容|稿件|讲话稿|范文|文稿)[^。]{0,12}供参考/,
];

/** A paragraph longer than this is body text, whatever stands in it. */
const longestLine = 160;
const watchPairs = (pairs: string): Watch =>
  watch((mark) => {
    // `_` stands for a blank.
    for (let i = 0; i < pairs.length; i += 3)
      mark(pairs.charCodeAt(i), pairs[i + 1] === '_' ? 0x20 : pairs.charCodeAt(i + 1));
  });
const watchedWeb = watchPairs(webPairs);
const watchedChat = watchPairs(chatPairs);

export type Line = 'web' | 'chat' | 'markdown' | 'body';

/** What a line is the rest of, if of anything. */
export const lineKind = remember((facts): Line => {
  const {
    reading: { text },
    format,
  } = facts;
  if (text.length > longestLine) return 'body';
  const { flags } = facts.walk;
  if ((flags & watchedWeb) !== 0 && webLines.some((pattern) => pattern.test(text))) return 'web';
  if ((flags & watchedChat) !== 0 && chatLines.some((pattern) => pattern.test(text))) return 'chat';
  if (
    format === 'plain' &&
    (text.startsWith('#') || text.startsWith('**')) &&
    /^(?:#{1,6} ?[^\s#\d]|\*\*[^*]{2,40}\*\*)/.test(text) &&
    // **市 and ##县 : what is left to fill is no mark.
    !facts.blanks.some(({ start }) => start === 0 || (text[0] === '*' && text[start] === '*'))
  )
    return 'markdown';
  return 'body';
});

/** A chat program's instruction in the middle of the text: （请根据实际情况补充具体数据）. */
export const instruction =
  /[（(【[][^）)】\]]{0,6}(?:根据|结合|按照?)(?:实际|具体|本[地单]|当地)[^）)】\]]{0,14}(?:补充|填写|修改|调整|替换|插入|列举)[^）)】\]]{0,14}[）)】\]]/g;

/** What a web page's source leaves in the text, and what it stands for. */
export const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&ensp;': ' ',
  '&emsp;': ' ',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&lsquo;': '‘',
  '&rsquo;': '’',
  '&mdash;': '—',
  '&hellip;': '…',
  '&middot;': '·',
  '&bull;': '·',
  '&times;': '×',
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};

export const tags = /<\/?(?:p|br|div|span|strong|font|b|i|a|table|tr|td|h[1-6])(?:\s[^<>]{0,200})?\/?>/gi;

/** What a word processor prints where a field lost its target. */
export const fieldErrors: readonly string[] = [
  '错误！未找到引用源',
  '错误!未找到引用源',
  '错误！未定义书签',
  '错误!未定义书签',
  '错误！超链接引用无效',
  'MERGEFORMAT',
  'PAGEREF _Toc',
];
