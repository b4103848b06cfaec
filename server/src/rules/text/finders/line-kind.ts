/** Lines of a draft that are none of the speech: what a web page, a chat program or a word processor's Markdown left around it. */
import { remember } from '../../../document/remember.ts';
import { type Watch, watch } from '../../../document/walk.ts';
import { chatLines, chatPairs, webLines, webPairs } from '../lexicon/furniture.ts';

/** A paragraph longer than this is body text, whatever stands in it. */
const longestLine = 160;
const watchPairs = (pairs: string): Watch =>
  watch((mark) => {
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
