/** `jianggao outline` and `blanks`: what the document model knows of a draft, without judging it. */
import { Document } from '../document/document.ts';
import { KnownParagraphs } from '../document/known-paragraphs.ts';
import { documentOptions } from '../engine/profiles.ts';
import { noColors } from '../formats/colors.ts';
import { JsonWriter } from '../formats/json.ts';
import { outline, outlineMarkdown, outlinePage } from '../formats/outline.ts';
import { blanks, type View } from '../formats/views.ts';
import { type Arguments, formatOf, formats, UsageError } from './arguments.ts';
import type { Io } from './io.ts';
import { colorsFor } from './terminal.ts';
import { visit } from './visit.ts';

const views = { outline, blanks } as const satisfies Readonly<Record<string, View>>;

/** What is said of a draft in which there is nothing to show. */
const nothing = { outline: '', blanks: '没有待填之处。' } as const;

export async function show(command: keyof typeof views, args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, command === 'outline' ? formats.outline : formats.other);
  const target = args.get('minutes');
  const given = target === undefined ? undefined : minutesOf(target);
  const view: View = views[command];
  const colors = (await colorsFor(io)) ?? noColors;
  const columns = io.stdout.isTTY ? Math.max(72, Math.min(io.stdout.columns ?? 80, 140)) : 110;
  const writer = format === 'json' ? new JsonWriter() : undefined;
  const known = new KnownParagraphs();
  let failed = false;
  let files = 0;
  io.stdout.write(format === 'html' ? outlinePage.begin : (writer?.begin() ?? ''));
  await visit(args, io, {
    draft({ path, encoding, text, format: kind }, settings) {
      const { rate } = settings.speech;
      const minutes = given ?? settings.speech.minutes;
      const { ledger } = settings;
      const document = new Document(text, { ...documentOptions(kind, settings), known });
      if (writer !== undefined)
        io.stdout.write(
          writer.entry({ path, encoding, ...view.json(document, { rate, minutes, ledger }), errors: [] }),
        );
      else if (format === 'md') io.stdout.write(outlineMarkdown(path, document, { rate, minutes }));
      else if (format === 'html') io.stdout.write(outlinePage.draft(path, document, { rate, minutes }));
      else
        io.stdout.write(
          view.text(path, document, { colors, columns, rate, minutes, ledger }) ||
            `${colors.bold(path)}  ${nothing[command]}\n\n`,
        );
      files++;
    },
    failed(path, errors) {
      failed = true;
      files++;
      if (writer !== undefined) io.stdout.write(writer.entry({ path, errors }));
      else
        for (const { message, line, column } of errors)
          io.stderr.write(
            `${colors.red('失败')}  ${line === undefined ? '' : `${path}:${line}:${column ?? 1}  `}${message}\n`,
          );
    },
  });
  if (format === 'html') io.stdout.write(outlinePage.end);
  io.stdout.write(writer?.end({ files, errors: 0, warnings: 0, infos: 0 }) ?? '');
  return failed ? 2 : 0;
}

function minutesOf(given: string): number {
  if (!/^\d{1,3}$/.test(given)) throw new UsageError(`--minutes 后面要写分钟数，如 --minutes 25，不是“${given}”。`);
  return Number(given);
}
