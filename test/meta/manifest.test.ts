/**
 * What package.json contributes is tried inside a real VS Code: each command by a test that carries it out and then asserts something, each setting by one
 * that changes it, each view by one that opens it. Judged by the text of the tests, so a command whose name is put together at run time does not count.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { at } from '../support/repository.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac?: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly completionEvents: readonly string[] }[];
    }[];
  };
}

const manifest = JSON.parse(fs.readFileSync(at('package.json'), 'utf8')) as Manifest;
const { commands, menus, keybindings, views, viewsWelcome, configuration, walkthroughs } = manifest.contributes;

/** Bodies of the tests in VS Code, each to the beginning of the next. */
const bodies = ['suite', 'window'].flatMap((folder) =>
  fs
    .readdirSync(at(`test/vscode/${folder}`))
    .filter((name) => /\.test\.m?[jt]s$/.test(name))
    .flatMap((name) =>
      fs
        .readFileSync(at(`test/vscode/${folder}/${name}`), 'utf8')
        .split(/^ {2,4}it\(/m)
        .slice(1),
    ),
);
const all = bodies.join('\n');

/** Something that fails when the command did not do its work. */
const asserts = /\bassert\b|\b(?:until|finding|seen|gone|saved|waitFor)\(/;

/** Whether some test carries out what one of these texts does, and looks at what came of it. */
const tried = (does: readonly string[]): boolean =>
  bodies.some((body) =>
    does.some((each) => {
      const start = body.indexOf(each);
      // `assert(await run(…))` looks at the answer.
      return start >= 0 && (asserts.test(body.slice(start)) || /assert[^;]*$/.test(body.slice(0, start)));
    }),
  );

/** A suite runs a command by its name; before the window it is chosen by its title: in the palette, in a view's title, in a menu. */
const waysTo = (command: string, title: string): readonly string[] => [
  `run('${command}'`,
  `.command('讲稿: ${title}'`,
  `.button(${viewOf(command)}, '${title}'`,
  `choose('${title}'`,
];
const viewOf = (command: string): string => {
  const of = menus['view/title']?.find((each) => each.command === command)?.when ?? '';
  const id = /view == ([\w.]+)/.exec(of)?.[1];
  return `'${
    Object.values(views)
      .flat()
      .find((view) => view.id === id)?.name
  }'`;
};

describe('the manifest', () => {
  for (const { command, title } of commands)
    it(`${command} is carried out in VS Code, and what came of it is looked at`, () => {
      assert.ok(bodies.length > 80);
      assert.ok(tried(waysTo(command, title)), `no test carries out ${command}, “${title}”`);
    });

  it('has settings that are changed in VS Code', () => {
    const untried = Object.keys(configuration.properties).filter(
      (name) => !all.includes(`withSetting('${name}'`) && !all.includes(`.update('${name.split('.').at(-1)}'`),
    );
    assert.deepEqual(untried, []);
  });

  it('has views that are opened in VS Code', () => {
    const unseen = Object.values(views)
      .flat()
      .filter(({ name, id }) => !all.includes(`.view('${name}')`) && !all.includes(`run('${id}.focus'`));
    assert.deepEqual(unseen, []);
  });

  it('names only commands that are there', () => {
    const known = new Set(commands.map(({ command }) => command));
    const ofOthers = /^(?:workbench|jianggao\.\w+\.focus$)/;
    const texts = [
      ...viewsWelcome.map(({ contents }) => contents),
      ...walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
    ];
    const named = [
      ...Object.values(menus).flatMap((entries) => entries.map(({ command }) => command)),
      ...keybindings.map(({ command }) => command),
      ...texts.flatMap((text) => [...text.matchAll(/\(command:([^)]+)\)/g)].map(([, name]) => name!)),
      ...walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ completionEvents }) =>
          completionEvents.filter((event) => event.startsWith('onCommand:')).map((event) => event.slice(10)),
        ),
      ),
    ];
    assert.ok(named.length > 60);
    assert.deepEqual(
      named.filter((name) => !known.has(name) && !ofOthers.test(name)),
      [],
    );
  });

  it('says in Chinese what a person reads', () => {
    const read = [
      ...commands.flatMap(({ title, category }) => [title, category]),
      ...Object.values(views)
        .flat()
        .map(({ name }) => name),
      ...viewsWelcome.map(({ contents }) => contents),
    ];
    // Names of files, keys of the configuration and targets of links stay as they are.
    const words = (text: string): string => text.replace(/"[^"]*"|\([^)]*\)|\w*\.\w+/g, '');
    assert.deepEqual(
      read.filter((text) => !/[一-鿿]/.test(text) || /[A-Za-z]{2,}/.test(words(text))),
      [],
    );
  });
});
