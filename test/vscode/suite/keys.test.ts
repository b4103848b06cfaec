// Run once more as on a Mac: what the keys of VS Code are depends on the system of its window.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { installed } from './support.ts';

interface Key {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

const mac = /Macintosh/.test(process.env['JIANGGAO_USER_AGENT'] ?? '') || process.platform === 'darwin';
/** As VS Code writes its own keys. */
const order = ['ctrl', 'shift', 'alt', 'cmd'];
const parts = (key: string): string[] => key.toLowerCase().split('+');
const written = (key: string): string => {
  const names = parts(key);
  return [...order.filter((each) => names.includes(each)), names.at(-1)].join('+');
};

/** What takes a key while one writes in an editor that shows no list, box or search. */
const whileWriting = (when: string | undefined): boolean =>
  when === undefined || /(?:^|&& ?)(?:editorTextFocus|textInputFocus|editorFocus|inputFocus)\b/.test(when);

describe(`keys in VS Code${mac ? ' on a Mac' : ''}`, () => {
  const { keybindings } = installed().packageJSON.contributes as {
    readonly keybindings: readonly (Key & { readonly mac?: string })[];
  };
  const own = keybindings.map(({ key, mac: onMac, ...rest }) => ({
    ...rest,
    key: written(mac ? (onMac ?? key) : key),
  }));

  it('are none that VS Code takes while one writes', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const defaults = [...text.matchAll(/\{ "key": "([^"]+)",\s*"command": "([^"]+)"(?:,\s*"when": "([^"]+)")?/g)].map(
      ([, key = '', command = '', when]): Key => ({ key, command, ...(when !== undefined && { when }) }),
    );
    assert.ok(defaults.length > 500);
    // The table is that of the system that is meant.
    assert.equal(
      defaults.some(({ key, command }) => command === 'undo' && key === (mac ? 'cmd+z' : 'ctrl+z')),
      true,
    );
    const taken = defaults.filter(
      ({ key, command, when }) =>
        !command.startsWith('jianggao.') &&
        whileWriting(when) &&
        !/findWidgetVisible|findInputFocussed|searchViewlet|notebook|debug|terminal/i.test(when ?? '') &&
        own.some((each) => each.key === key || key.startsWith(`${each.key} `)),
    );
    assert.deepEqual(taken, []);
  });

  it('are none that Chinese input methods and screen readers take', () => {
    // Switching language, width, punctuation and script in Microsoft Pinyin, Sogou, Baidu, QQ, WeChat and the Mac’s own; Ctrl+Option is VoiceOver.
    const theirs = [
      'ctrl+space',
      'shift+space',
      'ctrl+.',
      'ctrl+,',
      'ctrl+shift+f',
      'ctrl+shift+m',
      'ctrl+shift+s',
      'ctrl+shift+e',
      'ctrl+shift+k',
      'ctrl+shift+z',
      'ctrl+shift+b',
      'ctrl+shift+space',
      'ctrl+shift',
      'ctrl+alt+space',
      'ctrl+alt+a',
      'ctrl+alt+z',
      'ctrl+alt+w',
      'alt+shift',
      'cmd+space',
      'ctrl+alt+cmd+space',
    ];
    for (const { key, command } of own) {
      assert.ok(!theirs.includes(key), `${command}: ${key}`);
      // A letter or mark with Shift or Option alone is a character that is being typed.
      assert.match(key, /ctrl|cmd|alt\+(?:enter|f\d+|page)/, `${command}: ${key}`);
      if (mac) assert.doesNotMatch(key, /^ctrl\+(?:shift\+)?alt\+/, `${command}: ${key} is VoiceOver’s`);
    }
    assert.ok(own.length >= 6);
  });
});
