/**
 * Is this text a speech? A cheap look at its beginning, so that notes, manuals and code in Markdown or plain text are left in peace.
 * Points are given for what speeches have and other texts rarely have together: a title that says so, a salutation, an outline with Chinese
 * markers, blanks, and the words of office. Any two strong signs suffice. Linear in `recognisedBy`, whatever the length of the text.
 */

/** Characters that are looked at: the opening and some of the body. */
export const recognisedBy = 6000;
const enough = 3;

const title = /讲话|講話|讲稿|致辞|致辭|致词|发言|發言|工作报告|工作報告|汇报|表态|主持词|演讲|述职/;
const salutation =
  /(?:^|[ 　])(?:尊敬的|各位|同志们|同志們|老师们|同学们|代表们|女士们|朋友们)[^。\n]{0,40}[：:，,！!]/;
const marker =
  /^(?:#{1,6} ?)?(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十][，,、]|[一二三四五六七八九]是|[一二三四五六七八九]要)/;
const runIn = /[。；;：:][一二三四五六七八九](?:是要?|要)/g;
const blank = /[XxＸ×*某○〇□＿]{2}|[（【]待[补填核定]/g;
const office =
  /同志|各级|各級|贯彻|貫徹|落实|落實|全市|全县|全縣|全省|全区|全區|全国|狠抓|要坚持|要切实|要进一步|要充分|我代表|主要任务是|党委|政府工作/g;
const foreign = /```|^\s*(?:import|export|function|const|#include)\b|<\/?(?:div|span|script|p|a)\b|\]\(https?:/m;

/** True when the text is taken for a speech without anybody having said so. */
export function looksLikeSpeech(text: string): boolean {
  const head = text.slice(0, recognisedBy);
  if (!mostlyChinese(head) || foreign.test(head)) return false;
  let score = 0;
  let titled = false;
  let addressed = false;
  let markers = 0;
  let lines = 0;
  for (const line of head.split(/\r\n|[\n\r\u2028]/)) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    lines++;
    titled ||= lines <= 8 && title.test(trimmed.slice(0, 60));
    addressed ||= salutation.test(trimmed);
    if (marker.test(trimmed)) markers++;
  }
  markers += count(head, runIn);
  if (titled) score += 2;
  if (addressed) score += 2;
  score += grade(markers, 2, 5) + grade(count(head, blank), 1, 4) + grade(count(head, office), 2, 6);
  return score >= enough;
}

const grade = (found: number, some: number, many: number): number => (found >= many ? 2 : found >= some ? 1 : 0);

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) if (++found >= 10) break;
  return found;
}

/** More Han characters than Latin letters: a blank template may be short, so there is no minimum but one line's worth. */
function mostlyChinese(text: string): boolean {
  let han = 0;
  let latin = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if ((code >= 97 && code <= 122 && code !== 120) || (code >= 65 && code <= 90 && code !== 88)) latin++;
  }
  return han >= 8 && han > latin;
}
