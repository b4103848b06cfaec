/** Announced counts: which are held against what the text enumerates, and which prove nothing. */
import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';

/** `verdict announced/items` of each count that is checked. */
const counts = (text: string): readonly string[] => {
  const document = new Document(text, { format: 'plain' });
  return document.counts.map(
    (count) => `${count.verdict} ${document.slice(count)} ${count.announced}/${count.items.length}`,
  );
};

describe('announced counts', () => {
  it('counts what is numbered by the same measure', () => {
    assert.deepEqual(
      counts('我和大家共勉三句话。\n第一句话：要学。学无止境。\n第二句话：要干。干字当头。\n同志们，让我们努力奋斗！'),
      ['mismatch 三句话 3/2'],
    );
    assert.deepEqual(counts('有四组数据值得关注。第一组是项目。很多。第二组是创新。很快。第三组是主体。很好。'), [
      'mismatch 四组数据 4/3',
    ]);
  });
  it('counts behind a short end of the sentence', () => {
    assert.deepEqual(counts('先把“四件小事”做好。一是开好会；二是谈好心；三是评好优。'), ['mismatch 四件小事 4/3']);
    assert.deepEqual(counts('去年办了四件实事，群众都很满意，社会反响也好。一是开会；二是谈心；三是评优。'), [
      'unsure 四件实事 4/3',
    ]);
  });
  it('counts the headings right below', () => {
    const below = '（一）抓早。要快，要准，要实。\n（二）抓小。要快，要准，要实。\n同志们，让我们努力奋斗！';
    assert.deepEqual(counts(`必须在三个方面下更大功夫。\n${below}`), ['mismatch 三个方面 3/2']);
    assert.deepEqual(counts(`现在宣布支持发展的三项行动：\n${below}`), ['mismatch 三项行动 3/2']);
    assert.deepEqual(counts(`关键是树立以下三个理念，走出新路子：\n${below}`), ['mismatch 三个理念 3/2']);
  });
  it('looks past the word that says what a slogan is', () => {
    const clauses = '凡是新建的，必须验收；凡是查出的，必须整改。';
    assert.deepEqual(counts(`提出“三个必须”的要求：${clauses}`), ['mismatch 三个必须 3/2']);
    assert.deepEqual(counts(`提出“两个必须”的工作原则：${clauses}`), ['ok 两个必须 2/2']);
  });
  it('counts words of uneven length before a measure of kinds', () => {
    assert.deepEqual(counts('发展油茶、黄桃、食用菌四大产业。'), ['mismatch 四大产业 4/3']);
    assert.deepEqual(
      counts('全县油茶、食用菌三大特色产业产值增长。').map((said) => said.slice(0, 8)),
      ['mismatch'],
    );
    assert.deepEqual(
      counts('松口镇、白石镇、桃溪乡4个乡镇发言。').map((said) => said.slice(0, 8)),
      ['mismatch'],
    );
    // Three places, any number of projects.
    assert.deepEqual(counts('建成公园、绿地、文化广场4处。'), []);
    assert.deepEqual(
      counts('通过“一个愿景”、“四大工程”、“三项研究”和“五种载体”促进发展。').filter((said) =>
        said.startsWith('mismatch'),
      ),
      [],
    );
  });
});
