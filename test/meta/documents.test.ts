/** What the documents say holds: their links lead somewhere, their configurations are valid, and the rules, commands, options, scripts and settings they name exist. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { commands, isCommand } from '../../server/src/cli/arguments.ts';
import { Catalogue } from '../../server/src/engine/catalogue.ts';
import { resolveConfiguration } from '../../server/src/engine/configuration.ts';
import { parseJsonc } from '../../server/src/host/jsonc.ts';
import { groups, rules } from '../../server/src/rules/index.ts';
import { at } from '../support/repository.ts';

const documents = [
  ...['README.md', 'CHANGELOG.md', '.github/CONTRIBUTING.md'].filter((file) => fs.existsSync(at(file))),
  ...fs
    .readdirSync(at('server/docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('server/docs', file)),
];
const { names } = new Catalogue(rules);
const { scripts, contributes } = JSON.parse(fs.readFileSync(at('package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
};
/** What belongs to no command of ours: of the server, of the editor that starts it, and of npm's scripts. */
const otherOptions = new Set(['--stdio', '--write']);
const options = new Set([
  ...otherOptions,
  ...Object.values(commands).flatMap((command) => Object.keys(command).map((name) => `--${name}`)),
]);
const inEditor = new Set([
  ...contributes.commands.map(({ command }) => command),
  ...Object.keys(contributes.configuration.properties),
]);
/** Code in a page: between backticks, and in blocks. */
const codeIn = (text: string): string =>
  [...text.matchAll(/```[^\n]*\n[\s\S]*?```|`[^`\n]+`/g)].map(([code]) => code).join('\n');

describe('documents', () => {
  for (const file of documents)
    it(file, () => {
      const text = fs.readFileSync(at(file), 'utf8');
      for (const [, target] of text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g))
        assert.ok(fs.existsSync(path.resolve(path.dirname(at(file)), target!)), `a link leads nowhere: ${target}`);
      for (const [, json] of text.matchAll(/```jsonc\n([\s\S]*?)```/g)) {
        const { problems } = resolveConfiguration('/jianggao.json', rules, {
          load: (reference) => ({ path: reference, ...parseJsonc(reference === '/jianggao.json' ? json! : '{}') }),
          glob: () => () => true,
        });
        assert.deepEqual(problems, [], json);
      }
      for (const [, named] of text.matchAll(/`([a-z]+\/[a-z]+(?:-[a-z]+)*)`/g))
        if (Object.hasOwn(groups, named!.split('/')[0]!)) assert.ok(names.includes(named!), `no such rule: ${named}`);
      const code = codeIn(text);
      for (const [, command] of code.matchAll(/(?<![\w-])jianggao ([a-z]+)/g))
        assert.ok(isCommand(command!), `no such command: ${command}`);
      for (const [option] of code.matchAll(/(?<![\w<!-])--[a-z][a-z-]*/g))
        assert.ok(options.has(option), `no such option: ${option}`);
      for (const [, script] of code.matchAll(/npm (?:run )?(start|test|(?<=run )[a-z-]+)/g))
        assert.ok(Object.hasOwn(scripts, script!), `no such script: ${script}`);
      for (const [name] of code.matchAll(/(?<=`)jianggao(?:\.[a-zA-Z]+)+(?=`)/g))
        if (!/\.json$/.test(name)) assert.ok(inEditor.has(name), `no such setting or command: ${name}`);
    });
});
