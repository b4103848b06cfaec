import assert from 'node:assert/strict';
import { formulations } from '../../../server/src/rules/text/lexicon/formulations.ts';
import { terms } from '../../../server/src/rules/text/terms.ts';
import { testRule } from '../../support/rule-tester.ts';

const list = (...each: object[]) => ({ options: { terms: each } });
const bureau = { avoid: '国土局', prefer: '自然资源局', reason: '2019年机构改革后的名称' };
const own = { options: { formulations: [{ name: '三个聚焦', items: ['聚焦项目', '聚焦园区', '聚焦服务'] }] } };
const abbreviations = { options: { abbreviations: true } };

testRule(terms, {
  wrong: [
    // The office's words.
    {
      text: '由⟦国土局⟧牵头。',
      ...list(bureau),
      message: '“国土局”按单位的规定应为“自然资源局”（2019年机构改革后的名称）。请改用规定的写法。',
      fixed: '由自然资源局牵头。',
    },
    {
      text: '要⟦大干快上⟧，⟦大干快上⟧。',
      ...list({ avoid: '大干快上', source: '县委办〔2026〕3号' }),
      message: '“大干快上”按单位的规定不用（依据县委办〔2026〕3号）。请改写或者删去。',
    },
    { text: '由⟦國土局⟧牵头。', ...list(bureau), fixed: '由自然资源局牵头。' },
    {
      text: '建设⟦wifi⟧和⟦Wifi⟧，不是WiFi。',
      ...list({ avoid: 'WIFI', prefer: 'WiFi' }),
      fixed: ['建设WiFi和Wifi，不是WiFi。', '建设wifi和WiFi，不是WiFi。'],
    },
    { text: '建设⟦WIFI⟧和wifi。', ...list({ avoid: 'WIFI', case: true }) },
    // The longer of two entries, the later of two for one word.
    {
      text: '由⟦县国土局⟧牵头，⟦国土局⟧配合。',
      ...list(bureau, { avoid: '县国土局', prefer: '县自然资源局' }, { ...bureau, prefer: '资源局' }),
      fixed: ['由县自然资源局牵头，国土局配合。', '由县国土局牵头，资源局配合。'],
    },
    {
      text: '国土局域网和⟦国土局⟧。',
      ...list({ ...bureau, except: ['国土局域网'] }),
      fixed: '国土局域网和自然资源局。',
    },
    {
      text: '⟦老区⟧要振兴。老区的传统不能丢。',
      ...list({ avoid: '老区', prefer: '革命老区', near: ['振兴'] }),
      fixed: '革命老区要振兴。老区的传统不能丢。',
    },
    // Old beside new.
    {
      text: '由⟦国土局⟧牵头。自然资源局要配合。',
      ...list({ ...bureau, beside: true }),
      message: /^同一份讲稿里既写“国土局”又写“自然资源局”/,
      related: ['自然资源局'],
      fixed: '由自然资源局牵头。自然资源局要配合。',
    },
    // From and to.
    {
      text: '在会上的讲话\n（2026年7月1日）\n同志们：\n由⟦国土局⟧牵头。',
      ...list({ ...bureau, from: '2026-07-01' }),
      fixed: '在会上的讲话\n（2026年7月1日）\n同志们：\n由自然资源局牵头。',
    },
    {
      text: '在会上的讲话\n（二〇二六年六月三十日）\n同志们：\n由⟦国土局⟧牵头。',
      ...list({ avoid: '国土局', to: '2026-06-30' }),
    },
    { text: '由⟦国土局⟧牵头。', ...list({ avoid: '国土局', from: '2026-07-01' }) },

    // Series that are not whole.
    {
      text: '增强“四个意识”（政治意识、大局意识、⟦责任意识⟧、看齐意识），做到令行禁止。',
      message:
        '“四个意识”里没有“责任意识”，少了“核心意识”。完整的表述是“政治意识、大局意识、核心意识、看齐意识”（2016年1月29日中央政治局会议）。',
      fixed: '增强“四个意识”（政治意识、大局意识、核心意识、看齐意识），做到令行禁止。',
    },
    {
      text: '增强“四个意识”，即⟦政治意识、核心意识、大局意识、看齐意识⟧。',
      message: /次序颠倒了/,
      fixed: '增强“四个意识”，即政治意识、大局意识、核心意识、看齐意识。',
    },
    {
      text: '贯彻⟦创新、绿色、协调、开放、共享⟧的新发展理念。',
      fixed: '贯彻创新、协调、绿色、开放、共享的新发展理念。',
    },
    { text: '坚定“四个自信”：⟦理论、道路、制度、文化自信⟧。', message: /次序/ },
    {
      text: '统筹推进⟦政治建设、经济建设、文化建设、社会建设和生态文明建设⟧“五位一体”总体布局。',
      fixed: '统筹推进经济建设、政治建设、文化建设、社会建设、生态文明建设“五位一体”总体布局。',
    },
    { text: '纠治“四风”（⟦形式主义、官僚主义、享乐主义⟧）。', message: /^“四风”列得不全，少了“奢靡之风”。/ },
    {
      text: '做到“两个维护”，即⟦坚决维护党中央权威和集中统一领导，坚决维护习近平总书记党中央的核心、全党的核心地位⟧。',
      message: /次序/,
    },
    {
      text: '坚持“三个聚焦”（聚焦项目、⟦聚焦招商⟧、聚焦服务）。',
      ...own,
      fixed: '坚持“三个聚焦”（聚焦项目、聚焦园区、聚焦服务）。',
      message: '“三个聚焦”里没有“聚焦招商”，少了“聚焦园区”。完整的表述是“聚焦项目、聚焦园区、聚焦服务”。',
    },
    {
      text: '增强“四个意识”：⟦思想意识⟧、大局意识、核心意识、看齐意识。',
      fixed: '增强“四个意识”：政治意识、大局意识、核心意识、看齐意识。',
    },
    { text: '坚持⟦创新、协调、绿色、开放⟧的新发展理念。', message: /少了“共享”/ },
    {
      text: '做好“六稳”工作（稳就业、稳金融、稳外贸、稳外资、⟦促消费⟧、稳预期）。'.replace('工作', ''),
      certainty: 'likely',
      fixed: '做好“六稳”（稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期）。',
    },
    // Abbreviations.
    {
      text: '⟦东江新区⟧建设全面提速。\n东部沿江产业新区（以下简称“东江新区”）批复以来，变化很大。',
      ...abbreviations,
      certainty: 'likely',
      related: ['以下简称“东江新区”'],
    },
  ],
  right: [
    '由国土局牵头。',
    { text: '由自然资源局牵头。', ...list(bureau) },
    { text: '由县自然资源局牵头。', ...list({ avoid: '资源局', prefer: '自然资源局' }) },
    { text: '由国土局牵头。', ...list({ ...bureau, beside: true }) },
    { text: '老区的传统不能丢。大家都要振兴。', ...list({ avoid: '老区', near: ['振兴'] }) },
    {
      text: '在会上的讲话\n（2026年6月30日）\n同志们：\n由国土局牵头。',
      ...list({ ...bureau, from: '2026-07-01' }),
    },
    { text: '由国土局牵头。', ...list({ ...bureau, to: '2026-06-30' }) },
    { text: '由国土局牵头。', ...list({ avoid: '' }) },
    '增强“四个意识”，坚定“四个自信”，做到“两个维护”。',
    '增强“四个意识”（政治意识、大局意识、核心意识、看齐意识）。',
    '增强政治意识、大局意识、核心意识、看齐意识“四个意识”。',
    '增强“四个意识”，要有责任意识、服务意识、创新意识、法治意识。',
    '坚定中国特色社会主义道路自信、理论自信、制度自信、文化自信这“四个自信”。',
    '坚定道路、理论、制度和文化“四个自信”。',
    '坚持创新、协调、绿色、开放、共享的新发展理念。',
    '把创新摆在首位，把协调、绿色放在心上，完整准确全面贯彻新发展理念。',
    '纠治“四风”：一要抓早，二要抓小，三要抓长。',
    '纠治“四风”问题，特别是形式主义、官僚主义。',
    '深刻领悟“两个确立”的决定性意义：确立习近平同志党中央的核心、全党的核心地位，确立习近平新时代中国特色社会主义思想的指导地位。',
    '统筹推进经济建设、政治建设、文化建设、社会建设、生态文明建设“五位一体”总体布局。',
    '做好“六稳”工作（稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期）。',
    '政治建设、经济建设、文化建设都要抓。',
    '贯彻创新、协调、绿色、开放等新发展理念。',
    '增强“四个意识”（政治意识、大局意识、核心意识等）。',
    '落实“三会一课”（支部党员大会、支委会、党小组会、党课）。',
    '反对形式主义、官僚主义、享乐主义和奢靡之风这“四风”。',
    '立足新发展阶段、贯彻新发展理念、构建新发展格局、推动高质量发展。',
    '完整、准确、全面贯彻新发展理念。',
    { text: '坚持“三个聚焦”，抓项目、抓园区、抓服务。', ...own },
    '东江新区建设全面提速。\n东部沿江产业新区（以下简称“东江新区”）批复以来，变化很大。',
    {
      text: '东部沿江产业新区（以下简称“东江新区”）批复以来，变化很大。东江新区大有可为。',
      ...abbreviations,
    },
    { text: '东江新区管理委员会揭牌。\n东江新区管理委员会（简称“东江新区”）成立以来。', ...abbreviations },
  ],
});

describe('the series of text/terms', () => {
  it('have one key for each item, which tells it from the others', () => {
    for (const { name, items, keys = items } of formulations) {
      assert.equal(keys.length, items.length, name);
      for (const [i, item] of items.entries())
        assert.deepEqual(
          keys
            .map((key) => key.split('|').some((each) => item.includes(each)))
            .map((has, j) => (has ? j : -1))
            .filter((j) => j >= 0),
          [i],
          `${name}: ${item}`,
        );
    }
  });
  it('have names that stand once', () => {
    const names = formulations.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });
});
