import assert from 'node:assert/strict';
import { Document, type Format } from '../../server/src/document/document.ts';

/** Titles and salutations of the speeches of a file. */
const speeches = (text: string, format: Format = 'plain'): readonly (readonly (string | undefined)[])[] => {
  const document = new Document(text, { format });
  return document.speeches.map(({ title, salutation }) => [
    title && document.slice(title),
    salutation && document.slice(salutation),
  ]);
};

describe('speeches', () => {
  it('takes a subtitle that looks like a title for the subtitle it is', () => {
    assert.deepEqual(speeches('春耕动员讲话\n——在全县春耕大会上的讲话\n\n同志们：\n现在开会。'), [
      ['春耕动员讲话\n——在全县春耕大会上的讲话', '同志们：'],
    ]);
    assert.deepEqual(speeches('# 政府工作报告\n\n——在市人民代表大会上的报告\n\n各位代表：\n\n现在报告。', 'markdown'), [
      ['政府工作报告', '各位代表：'],
    ]);
  });
  it('finds each of two speeches with subtitles', () => {
    const one = '在春耕会上的讲话\n——在全县春耕大会上的讲话\n同志们：\n现在开会。\n';
    const two = '在夏收会上的讲话\n——在全县夏收大会上的报告\n各位代表：\n现在开会。\n';
    assert.deepEqual(
      speeches(one + two).map(([title]) => title),
      ['在春耕会上的讲话\n——在全县春耕大会上的讲话', '在夏收会上的讲话\n——在全县夏收大会上的报告'],
    );
  });
  it('addresses nobody in a line that is the title of the next speech', () => {
    const text = '——在全市大会上\n\n市长　顾青\n\n各位代表审议的报告\n\n——在会上\n\n各位代表：\n\n现在报告。';
    assert.deepEqual(
      speeches(text).map(([, salutation]) => salutation),
      [undefined, '各位代表：'],
    );
  });
});
