/** 新建讲稿: a meeting, a speaker, a length; then the blanks one after the other. Enter leaves one open, Esc leaves nothing behind. */
import * as vscode from 'vscode';
import type { TemplateBlankItem, TemplateItem } from '../../server/src/lsp/protocol.ts';
import { prompted } from './prompts.ts';
import { say } from './say.ts';
import type { TemplateNode } from './template-view.ts';
import type { Library } from './templates.ts';

/** What was filled in before, by the name of the blank: our county, our secretary. Figures and dates are new each time. */
const memoryKey = 'templateValues';
const remembered = ['person', 'place', 'org'];
/** At the rate of templates, characters a minute. */
const rate = 200;

/** Blanks of one kind are asked for together, what is known best first. */
const kindOrder = ['place', 'date', 'person', 'org', 'event', 'text', 'choice', 'number'];
const kindNames: Readonly<Record<string, string>> = {
  place: '地名',
  date: '日期',
  person: '姓名',
  org: '单位',
  event: '会议活动',
  text: '内容',
  choice: '选择',
  number: '数据',
};

export async function newDraft(library: Library, memory: vscode.Memento, node?: TemplateNode): Promise<void> {
  const wanted = node?.type === 'template' ? { item: node.item } : await chooseTemplate(library);
  if (!wanted) return;
  const { item } = wanted;
  const content = await library.content(item);
  if (!content) return;
  const blanks = [...content.blanks].sort(
    (a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || a.index - b.index,
  );
  const known = memory.get<Record<string, string>>(memoryKey, {});
  const values = await fillIn(item.name, blanks, known);
  if (!values) return;
  const given: Record<string, string> = {};
  const learned: Record<string, string> = {};
  for (const blank of blanks) {
    const value = values.get(blank.index);
    if (value === undefined || value === '') continue;
    given[blank.index] = value;
    if (remembered.includes(blank.kind)) learned[blank.name] = value;
  }
  const filled = await library.content(item, given);
  if (!filled) return;
  const document = await vscode.workspace.openTextDocument({
    language: 'speech',
    content: `${filled.text.trimEnd()}\n`,
  });
  await vscode.window.showTextDocument(document);
  await memory.update(memoryKey, { ...known, ...learned });
  const open = blanks.filter(({ index, kind }) => kind !== 'choice' && given[index] === undefined).length;
  const short = 'minutes' in wanted && wanted.minutes !== undefined ? wanted.minutes - item.minutes : 0;
  const parts = [`已按“${item.name}”起草`];
  if (open > 0) parts.push(`还有 ${open} 项待填，见“待填”`);
  if (short > 1) parts.push(`比要求的时长短约 ${short} 分钟，还可补写 ${short * rate} 字左右`);
  else if (short < -1) parts.push(`比要求的时长长约 ${-short} 分钟，要删去 ${-short * rate} 字左右`);
  say(`${parts.join('；')}。`, 12_000);
}

interface Wanted {
  readonly item: TemplateItem;
  readonly minutes?: number;
}

/** Three short steps; going back is going to the step before. */
async function chooseTemplate(library: Library): Promise<Wanted | undefined> {
  const { templates } = await library.get();
  const speeches = templates.filter(({ kind }) => kind === 'speech');
  for (;;) {
    const meeting = await askMeeting(speeches);
    if (meeting === undefined) return undefined;
    const wanted = await askSpeaker(speeches.filter((each) => meetingOf(each) === meeting));
    if (wanted !== 'back') return wanted;
  }
}

const meetingOf = ({ meeting, name }: TemplateItem): string => meeting ?? name;

async function askMeeting(speeches: readonly TemplateItem[]): Promise<string | undefined> {
  const meetings = new Map<string, TemplateItem[]>();
  for (const each of speeches) {
    const fitting = meetings.get(meetingOf(each));
    if (fitting) fitting.push(each);
    else meetings.set(meetingOf(each), [each]);
  }
  const picked = await pick(
    '新建讲稿（1/3）：什么会议或场合',
    [...meetings].map(([label, items]) => ({
      label,
      description: [...new Set(items.map((each) => [each.genre, each.speaker].filter(Boolean).join('·')))].join('、'),
      detail: items.length === 1 ? (items[0]?.description ?? '') : '',
    })),
    false,
  );
  return picked === 'back' ? undefined : picked?.label;
}

async function askSpeaker(fitting: readonly TemplateItem[]): Promise<Wanted | 'back' | undefined> {
  for (;;) {
    const picked = await pick(
      '新建讲稿（2/3）：谁来讲',
      fitting.map((each) => ({
        label: [each.speaker ?? '不限', each.genre].filter(Boolean).join(' · '),
        description: `${each.characters} 字 · ${each.minutes} 分钟`,
        detail: `${each.name}：${each.description}`,
        item: each,
      })),
      true,
    );
    if (picked === undefined || picked === 'back') return picked;
    const wanted = await askMinutes(picked.item);
    if (wanted !== 'back') return wanted;
  }
}

async function askMinutes(item: TemplateItem): Promise<Wanted | 'back' | undefined> {
  const choices = [5, 8, 10, 15, 20, 30].filter((each) => each !== item.minutes);
  const picked = await pick(
    '新建讲稿（3/3）：讲多长时间',
    [
      { label: `照模板，约 ${item.minutes} 分钟`, description: `${item.characters} 字`, minutes: undefined },
      ...choices.map((each) => ({ label: `${each} 分钟`, description: `${each * rate} 字左右`, minutes: each })),
    ],
    true,
  );
  if (picked === undefined || picked === 'back') return picked;
  return picked.minutes === undefined ? { item } : { item, minutes: picked.minutes };
}

/** A quick pick with a way back; undefined when it is called off. */
function pick<T extends vscode.QuickPickItem>(
  title: string,
  items: readonly T[],
  back: boolean,
): Promise<T | 'back' | undefined> {
  const quick = vscode.window.createQuickPick<T>();
  quick.title = title;
  quick.items = items;
  quick.matchOnDescription = true;
  quick.matchOnDetail = true;
  quick.ignoreFocusOut = true;
  if (back) quick.buttons = [vscode.QuickInputButtons.Back];
  return prompted<T | 'back' | undefined>(quick, (answer) => [
    quick.onDidAccept(() => answer(quick.selectedItems[0])),
    quick.onDidTriggerButton(() => answer('back')),
  ]);
}

const finish: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('check-all'),
  tooltip: '其余的留作待填，现在就起草',
};

/** The values by number; undefined when it is called off. */
async function fillIn(
  name: string,
  blanks: readonly TemplateBlankItem[],
  known: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<number, string> | undefined> {
  const values = new Map<number, string>();
  for (let at = 0; at < blanks.length; ) {
    const blank = blanks[at]!;
    const title = `${name}（${at + 1}/${blanks.length}）：${blank.name}`;
    const before = values.get(blank.index);
    const answer =
      blank.choices === undefined
        ? await ask(title, blank, before ?? blank.known?.value ?? known[blank.name] ?? '', at > 0)
        : await choice(title, blank.choices, at > 0);
    if (answer === undefined) return undefined;
    if (answer === 'back') at--;
    else if (answer === 'finish') return values;
    else {
      values.set(blank.index, answer.value);
      at++;
    }
  }
  return values;
}

type Answer = { readonly value: string } | 'back' | 'finish' | undefined;

async function choice(title: string, choices: readonly string[], back: boolean): Promise<Answer> {
  const picked = await pick(
    title,
    choices.map((label) => ({ label })),
    back,
  );
  return picked === undefined || picked === 'back' ? picked : { value: picked.label };
}

function ask(title: string, blank: TemplateBlankItem, value: string, back: boolean): Promise<Answer> {
  const input = vscode.window.createInputBox();
  input.title = title;
  input.value = value;
  input.placeholder = blank.sample === undefined ? '回车跳过，留作待填' : `如：${blank.sample}；回车跳过，留作待填`;
  const ledger = blank.known === undefined ? '' : `　台账：${blank.known.source}`;
  input.prompt = `${kindNames[blank.kind] ?? ''}${blank.places > 1 ? `，共 ${blank.places} 处` : ''}　${blank.before}【${blank.text}】${blank.after}${ledger}`;
  input.ignoreFocusOut = true;
  input.buttons = back ? [vscode.QuickInputButtons.Back, finish] : [finish];
  return prompted<Answer>(input, (answer) => [
    input.onDidAccept(() => answer({ value: input.value.trim() })),
    input.onDidTriggerButton((button) => answer(button === finish ? 'finish' : 'back')),
  ]);
}
