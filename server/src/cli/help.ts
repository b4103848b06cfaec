/** `--help`. */
import type { Command } from './arguments.ts';

const overview = `jianggao：领导讲话稿核查，全部离线

用法：
  jianggao <命令> [选项] 文件…

命令：
  check     核查：待填、数据、结构、标点
  outline   列出提纲，附各部分字数和讲话时长
  blanks    列出待填清单
  figures   列出数据核对表
  accept    给一个问题下结论：认可，或者误报
  rules     列出规则，或一条规则的说明
  new       用模板写一份新讲稿
  templates 列出、查看、检查模板
  init      在当前文件夹建一份配置 jianggao.json

文件可以是 .md、.txt、.speech 文件，也可以是文件夹、通配式，或 -（标准输入）。
编码不拘：UTF-8、UTF-16、GB18030（GBK）、Big5 都能认。文件夹里 .gitignore 排除的不读。

例子：
  jianggao check 讲稿.md            核查一份讲稿（按定稿）
  jianggao check --draft 讲稿.md    还在起草：待填只作提示
  jianggao check 送审/              核查一个文件夹
  jianggao blanks 讲稿.md           还有哪些地方没填

退出码：
  0  没有错误级问题    1  有    2  没有做成（参数不对、文件读不了、配置有误）

各命令的选项：jianggao <命令> --help
`;

const reading = `  --config 文件          只用这份配置，不再向上查找 jianggao.json
  --no-config            不用任何配置
  --stdin-filename 名称  标准输入当作哪个文件（决定格式和所用配置）
  -h, --help             这份说明
`;

const pages: Readonly<Record<Command, string>> = {
  check: `jianggao check：核查讲稿

用法：
  jianggao check [选项] 文件…

选项：
  -f, --format 格式      text（默认）、json、sarif、github
  --draft                按起草核查：待填只作提示，下一句还能补上的不报。默认按定稿
  --fix                  自动改正有把握的问题，按原编码、原换行写回；数字、姓名、职务、日期从不自动改
  --dry-run              与 --fix 同用：只说会改什么，不写文件
  --max-warnings 个数    警告多于此数也算不通过（退出码 1）
  --rule 规则=级别       设定一条或一组规则的级别（off、info、warning、error），可写多次
  --baseline[=文件]      已有结论（认可或误报）的问题不再计，只报新的；不写文件，就用最近的 jianggao.verdicts.json
  -q, --quiet            不显示提示，只显示错误和警告
${reading}
例子：
  jianggao check 讲稿.md
  jianggao check --fix --dry-run 讲稿.txt
  jianggao check "送审/**/*.md" --max-warnings 0
  jianggao check --rule text=off --rule structure/level=error 讲稿.md
  jianggao check --format json 讲稿.md > 结果.json
  pbpaste | jianggao check -

退出码：
  0  没有错误级问题，警告不超过 --max-warnings
  1  有错误级问题，或警告太多
  2  没有做成：参数不对、文件读不了、配置有误、规则出错
`,
  outline: `jianggao outline：提纲，附各部分字数和讲话时长

用法：
  jianggao outline [选项] 文件…

选项：
  -f, --format 格式      text（默认）、json、md、html
  --minutes 分钟数       限定的时长，说明超出或还剩多少
${reading}
例子：
  jianggao outline 讲稿.md
  jianggao outline --minutes 25 讲稿.md
  jianggao outline --format html 讲稿.md > 提纲.html

语速默认每分钟 200 字，在 jianggao.json 里用 "speech": { "rate": 220 } 改；
限定的时长也可以写在那里："speech": { "minutes": 25 }。
`,
  blanks: `jianggao blanks：待填清单，按缺什么归类，同一项只列一次

用法：
  jianggao blanks [选项] 文件…

选项：
  -f, --format 格式      text（默认）、json
${reading}
例子：
  jianggao blanks 讲稿.md
  jianggao blanks 送审/ > 待填清单.txt
`,
  figures: `jianggao figures：数据核对表

用法：
  jianggao figures [选项] 文件…

每个数说的是什么（指标、时期、地区），每处能核的关系怎样算、核得如何。

选项：
  -f, --format 格式      text（默认）、json、csv、xlsx、md；不写时，看 --out 的扩展名
  --only 结论            只列这种结论的核对：mismatch 不符、ok 相符、unsure 存疑、not-checkable 无法核；可写多次
  --across               几份讲稿对照：同一时期、同一地区的同一指标，各稿数值不一的列在一起
  -o, --out 文件         写到这个文件；xlsx 必须写。原有的表会被替换，所核的讲稿不会
${reading}
例子：
  jianggao figures 讲稿.md
  jianggao figures --only mismatch 讲稿.md
  jianggao figures 讲稿.md -o 核对表.xlsx
  jianggao figures --across 书记讲话.md 县长讲话.md 工作报告.md
`,
  accept: `jianggao accept：给问题下结论，以后 check --baseline 不再计

用法：
  jianggao accept 指纹… --reason 理由 [选项] [文件…]
  jianggao accept --all --reason 理由 [选项] 文件…

指纹由 jianggao check --baseline 显示，写前六位以上即可；不写文件，就在当前文件夹里找。
结论写进配置旁边的 jianggao.verdicts.json，文稿别处改动后仍然有效；对不上任何问题的结论，check --baseline 会指出来。

选项：
  -r, --reason 理由      为什么，必须写
  --dismiss              误报：不是问题。不写是认可：是问题，但就这样
  --all                  这些文件现有的全部问题
  --baseline 文件        写进这个文件，不找 jianggao.verdicts.json
  --config 文件          只用这份配置，不再向上查找 jianggao.json
  --no-config            不用任何配置
  -h, --help             这份说明

例子：
  jianggao check --baseline 送审/
  jianggao accept 0f3c5a7b --reason "引文原文如此"
  jianggao accept --all --reason "往年旧稿，不再改" 往年/
`,
  rules: `jianggao rules：列出规则，或一条规则的说明

用法：
  jianggao rules [选项] [规则…]

选项：
  -f, --format 格式      text（默认）、json
  -h, --help             这份说明

例子：
  jianggao rules
  jianggao rules structure/numbering
`,
  templates: `jianggao templates：列出、查看、检查讲稿模板

用法：
  jianggao templates [选项]                  列出全部模板
  jianggao templates [选项] 名称             看一个模板和它要填的内容
  jianggao templates check [选项] [文件夹…]  检查模板；不写文件夹时检查全部

选项：
  -f, --format 格式      text（默认）、json
  --folder 文件夹        单位的模板文件夹，可写多次；里面的 .code-snippets 文件都读
  --config 文件          只用这份配置，不再向上查找 jianggao.json
  --no-config            不用任何配置
  -h, --help             这份说明

模板来自四处：软件自带的，--folder 指定的，当前文件夹 .vscode 里的，自己的（~/.config/jianggao/templates）。
名称也可以写前缀，如 zsyztjh，或名称里的几个字。

检查的内容：占位有没有写完整、一个序号是不是填了两样东西、待填的字样有没有写成占位、结构缺不缺、有没有单位不用的说法。

例子：
  jianggao templates
  jianggao templates 讲话·招商引资推进会·书记
  jianggao templates check 共用模板/

退出码：
  0  没有错误级问题    1  有    2  没有做成（文件夹打不开、文件读不了、参数不对）
`,
  new: `jianggao new：用模板写一份新讲稿

用法：
  jianggao new [选项] 模板名称

选项：
  --set 名称=内容        填一处内容，可写多次；名称见 jianggao templates 模板名称，也可写序号
  -o, --out 文件         写到这个文件（.md、.txt、.speech）；已有的文件不动。不写时输出到屏幕
  --folder 文件夹        单位的模板文件夹，可写多次
  -h, --help             这份说明

没有填的地方留作待填，用 jianggao blanks 可以列出来。

例子：
  jianggao new 讲话·招商引资推进会·书记 --set 县名=临溪县 --set 讲话人=陈立新 --out 讲稿.md
  jianggao new zsyztjh --folder 共用模板/ -o 讲稿.txt
`,
  init: `jianggao init：在当前文件夹建一份配置 jianggao.json

用法：
  jianggao init

已有配置时不动它。

选项：
  -h, --help             这份说明
`,
};

export const helpOn = (command: Command | undefined): string => (command === undefined ? overview : pages[command]);
