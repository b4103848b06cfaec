// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { inFolder } from '../support/command.ts';
import { at } from '../support/repository.ts';

const sources = ['snippet', 'templates']
  .map((file) => fs.readFileSync(at(`server/src/features/${file}.ts`), 'utf8'))
  .join('');

const pack = (entries: object): string =>
  `// 单位：临溪县委办公室\n// 版本：2\n${JSON.stringify(entries, undefined, 2)}\n`;
/** Nothing of the user who runs the tests. */
const alone = { env: {} };

describe('templates', () => {
  it(
    'lists what ships, with its length',
    inFolder({}, async (folder) => {
      const { status, out, err } = await folder.run(['templates'], alone);
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /整篇（\d+ 个）/);
      assert.match(out, /讲话·招商引资推进会·书记 +\d+ 字 {2}约 \d+ 分钟 {2}自带/);
    }),
  );

  it(
    'is JSON by the contract',
    inFolder({}, async (folder) => {
      const { templates } = JSON.parse((await folder.run(['templates', '--format', 'json'], alone)).out);
      const [first] = templates;
      for (const key of ['name', 'kind', 'meeting', 'speaker', 'role', 'characters', 'source'])
        assert.ok(key in first, key);
      assert.deepEqual(
        [first.kind, first.meeting, first.speaker, first.role, first.source],
        ['speech', '招商引资推进会', '书记', null, 'built-in'],
      );
      const part = templates.find(({ name }: { name: string }) => name === '认清形势·鼓劲');
      assert.deepEqual([part.kind, part.role, part.meeting], ['part', 'situation', null]);
    }),
  );

  it(
    'shows one of them with what is to be filled in, by name, prefix or a part of its name',
    inFolder({}, async (folder) => {
      const { out } = await folder.run(['templates', '讲话·招商引资推进会·书记'], alone);
      assert.match(out, /同志们：/);
      assert.match(out, /县名 +XX县（2 处） {2}如：临溪县/);
      for (const name of ['zsyztjh', '招商引资推进会 书记'])
        assert.equal((await folder.run(['templates', name], alone)).out, out);
      const many = await folder.run(['templates', '压实责任'], alone);
      assert.equal(many.status, 2);
      assert.match(many.err, /“压实责任”可以是 3 个模板/);
      const none = await folder.run(['templates', '招商引资推进会讲稿'], alone);
      assert.equal(none.status, 2);
      assert.match(none.err, /没有叫/);
    }),
  );

  it(
    "reads an office's folder, the workspace's and one's own",
    inFolder(
      {
        '共用/县里/a.code-snippets': pack({
          开场: { prefix: 'kc', body: '今天开个短会，{只讲一件事。'.replace('{', '') },
        }),
        '.vscode/b.code-snippets': pack({
          结束: { prefix: 'js', body: '就讲这些。' },
          log: { scope: 'javascript', prefix: 'l', body: 'console.log($1)' },
        }),
        'home/.config/jianggao/templates/c.code-snippets': pack({
          我的开场: { prefix: 'wd', body: ['大家好。', '今天讲三件事。'] },
        }),
      },
      async (folder) => {
        const { out } = await folder.run(['templates', '--format', 'json', '--folder', '共用'], {
          env: { HOME: folder.at('home') },
        });
        const listed = JSON.parse(out)
          .templates.filter(({ source }: { source: string }) => source !== 'built-in')
          .map(({ name, source }: { name: string; source: string }) => [name, source]);
        assert.deepEqual(listed, [
          ['我的开场', 'mine'],
          ['结束', 'workspace'],
          ['开场', 'office'],
        ]);
      },
    ),
  );

  it(
    'check finds nothing in what ships',
    inFolder({}, async (folder) => {
      const { status, out } = await folder.run(['templates', 'check'], alone);
      assert.match(out, /^查了 \d+ 个模板，没有问题。$/m);
      assert.equal(status, 0);
    }),
  );

  it(
    'check finds nothing in what the guide shows',
    inFolder({}, async (folder) => {
      const guide = fs.readFileSync(at('server/docs/templates.md'), 'utf8');
      folder.write('a.code-snippets', /```json\n([\s\S]*?)```/.exec(guide)![1]!);
      const { status, out } = await folder.run(['templates', 'check', '.'], alone);
      assert.deepEqual([status, out], [0, '查了 1 个模板，没有问题。\n']);
      for (const [, code] of guide.matchAll(/`template\/([a-z-]+)`/g))
        assert.ok(sources.includes(`'${code}'`) || sources.includes(`template/${code}`), code);
    }),
  );

  it(
    'check says what is wrong, and where',
    inFolder(
      {
        '共用/a.code-snippets': `{
  "没有结束": { "prefix": "a", "body": ["在\${1:XX县工作会议上", "的讲话"] },
  "两样东西": { "prefix": "b", "body": "\${1:XX县}今年新增\${1:XX亿元}。" },
  "没写成占位": { "prefix": "c", "body": "刚才，XX同志作了通报。\${1:XX}同志作了补充。" },
  "变量不对": { "prefix": "d", "body": "\${COUNTY}的同志们" },
  "不是待填": { "prefix": "e", "body": "请\${1:王小明}同志发言。" },
  "没有正文": { "prefix": "f" }
}`,
        '共用/b.code-snippets': '{ "甲": { "body": "同志们" \n "乙" }',
        'jianggao.json': '{}',
      },
      async (folder) => {
        const { status, out } = await folder.run(['templates', 'check', '共用'], alone);
        assert.equal(status, 1);
        assert.match(out, /错误 {2}共用\/a\.code-snippets:2:\d+ {2}“没有结束”“\$\{1:XX县/);
        assert.match(out, /a\.code-snippets:3:\d+ {2}“两样东西”制表位 1 前面是“XX县”，这里是“XX亿元”/);
        assert.match(out, /a\.code-snippets:4:41 {2}“没写成占位”“XX”要填姓名，却没有写成制表位/);
        assert.match(out, /a\.code-snippets:5:\d+ {2}“变量不对”没有变量“COUNTY”/);
        assert.match(out, /a\.code-snippets:6:\d+ {2}“不是待填”制表位 1 的“王小明”不像待填的字样/);
        assert.match(out, /a\.code-snippets:7:3 {2}模板“没有正文”没有正文/);
        assert.match(out, /b\.code-snippets:2:\d+ {2}不是有效的 JSON/);
      },
    ),
  );

  it(
    'check knows the structure that a template claims, and what the configuration says',
    inFolder(
      {
        'a.code-snippets': pack({
          讲话·甲: {
            prefix: 'a',
            description: '〔体裁：讲话；会议：甲〕',
            body: '在全县项目建设推进会上的讲话\n\n同志们：\n\n今天开会，下面我讲两点意见。\n\n一、认清形势，切实增强责任感和紧迫感\n\n形势逼人，不进则退，大家要有清醒的认识。\n\n二、突出重点，全力推进项目建设\n\n要抓开工，抓进度，抓质量。\n\n同志们，让我们共同努力。',
          },
        }),
        '关/jianggao.json': '{ "rules": { "structure": "off" } }',
      },
      async (folder) => {
        const { findings } = JSON.parse((await folder.run(['templates', 'check', '.', '--format', 'json'], alone)).out);
        assert.deepEqual(
          findings.map(({ code, line, template }: { code: string; line: number; template: string }) => [
            code,
            line,
            template,
          ]),
          [['structure/missing-part', 7, '讲话·甲']],
        );
        const { out } = await folder.run(['templates', 'check', '.', '--config', '关/jianggao.json'], alone);
        assert.match(out, /没有问题/);
      },
    ),
  );

  it(
    'check knows what a kind of speech must have, whatever its title says',
    inFolder(
      {
        'a.code-snippets': pack({
          开幕: {
            prefix: 'a',
            description: '〔体裁：致辞〕',
            body: '在茶文化节开幕式上的话\n\n各位来宾，朋友们：\n\n今天天气很好，我们在这里相聚。茶叶是我县的支柱产业，全县上下都在种茶、制茶、卖茶。',
          },
        }),
      },
      async (folder) => {
        const { findings } = JSON.parse((await folder.run(['templates', 'check', '.', '--format', 'json'], alone)).out);
        assert.ok(
          findings.some(
            ({ code, message }: { code: string; message: string }) =>
              code === 'structure/missing-part' && message.includes('祝愿'),
          ),
          JSON.stringify(findings),
        );
      },
    ),
  );

  it(
    'check finds terms that the office avoids',
    inFolder(
      {
        '共用/a.code-snippets': pack({ 开头: { prefix: 'a', body: '今天，县行管局和各部门的同志都来了。' } }),
        'jianggao.json': '{ "terms": [{ "avoid": "县行管局", "prefer": "县机关事务管理局" }] }',
      },
      async (folder) => {
        const { findings } = JSON.parse(
          (await folder.run(['templates', 'check', '共用', '--format', 'json'], alone)).out,
        );
        assert.deepEqual(
          findings.map(({ code, line }: { code: string; line: number }) => [code, line]),
          [['text/terms', 6]],
        );
      },
    ),
  );

  it(
    'a share that is away costs nothing else',
    inFolder({}, async (folder) => {
      const { status, out, err } = await folder.run(['templates', '--folder', '不在'], alone);
      assert.equal(status, 0);
      assert.match(err, /警告 {2}不在 {2}模板文件夹现在打不开：没有这个文件夹/);
      assert.match(out, /整篇/);
      assert.equal((await folder.run(['templates', 'check', '不在'], alone)).status, 2);
    }),
  );
});

describe('new', () => {
  it(
    'writes a draft, what is known filled in, and says what is left',
    inFolder({}, async (folder) => {
      const { status, out, err } = await folder.run(
        ['new', '讲话·招商引资推进会·书记', '--set', '县名=临溪县', '--set', '3=陈立新', '--out', '讲稿/招商.md'],
        alone,
      );
      assert.deepEqual([status, err], [0, '']);
      const draft = folder.read('讲稿/招商.md').toString();
      assert.match(
        draft,
        /^在全县招商引资推进会上的讲话\n\n（XXXX年X月X日）\n\n中共临溪县委书记　陈立新\n\n同志们：\n/,
      );
      assert.ok(draft.endsWith('。\n') && !draft.includes('$') && !draft.includes('XX县'));
      const left = Number(/还有 (\d+) 项待填/.exec(out)?.[1]);
      assert.equal(left, 14);
    }),
  );

  it(
    'prints it when no file is named, the first choice taken',
    inFolder({}, async (folder) => {
      const { out } = await folder.run(['new', 'sjsc', '--set', '时段=前三季度'], alone);
      assert.match(out, /^前三季度，全县实现地区生产总值XX亿元/);
      assert.match((await folder.run(['new', 'sjsc'], alone)).out, /^一季度，/);
    }),
  );

  it(
    'refuses what it cannot do, and writes nothing',
    inFolder({ '有了.md': '同志们：\n' }, async (folder) => {
      const says = async (message: RegExp, ...argv: string[]): Promise<void> => {
        const { status, err } = await folder.run(['new', ...argv], alone);
        assert.equal(status, 2);
        assert.match(err, message);
      };
      await says(/^要写一个模板的名称/);
      await says(/^没有叫“开张大吉”的模板/, '开张大吉');
      await says(/^--set 后面要写“名称=内容”/, 'sjsc', '--set', '时段');
      await says(/里没有要填的“省名”。可以填的有：时段、地区生产总值/, 'sjsc', '--set', '省名=临溪');
      await says(/^--out 的文件名要以/, 'sjsc', '--out', 'a.docx');
      await says(/有了\.md 已经有了，没有动它/, 'sjsc', '--out', '有了.md');
      assert.deepEqual(fs.readdirSync(folder.path), ['有了.md']);
      assert.equal(folder.read('有了.md').toString(), '同志们：\n');
    }),
  );
});
