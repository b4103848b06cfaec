/** `jianggao outline`, `blanks` and `figures`: what the document model knows of a draft, without judging it. */
import { Document } from '../document/document.ts';
import { documentOptions } from '../engine/profiles.ts';
import { noColors } from '../formats/colors.ts';
import { JsonWriter } from '../formats/json.ts';
import { blanks, figures, outline, type View } from '../formats/views.ts';
import { type Arguments, formatOf, formats } from './arguments.ts';
import type { Io } from './io.ts';
import { colorsFor } from './terminal.ts';
import { visit } from './visit.ts';

const views = { outline, blanks, figures } as const satisfies Readonly<Record<string, View>>;

/** What is said of a draft in which there is nothing to show. */
const nothing = { outline: '', blanks: '没有待填之处。', figures: '没有可核对的数据。' } as const;

export async function show(command: keyof typeof views, args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, formats.other);
  const view: View = views[command];
  const colors = (await colorsFor(io)) ?? noColors;
  const columns = io.stdout.isTTY ? Math.max(72, Math.min(io.stdout.columns ?? 80, 140)) : 110;
  const writer = format === 'json' ? new JsonWriter() : undefined;
  let failed = false;
  let files = 0;
  io.stdout.write(writer?.begin() ?? '');
  await visit(args, io, {
    draft({ path, encoding, text, format: kind }, settings) {
      const { rate } = settings.speech;
      const document = new Document(text, documentOptions(kind, settings));
      if (writer !== undefined)
        io.stdout.write(writer.entry({ path, encoding, ...view.json(document, rate), errors: [] }));
      else
        io.stdout.write(
          view.text(path, document, { colors, columns, rate }) || `${colors.bold(path)}  ${nothing[command]}\n\n`,
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
  io.stdout.write(writer?.end({ files, errors: 0, warnings: 0, infos: 0 }) ?? '');
  return failed ? 2 : 0;
}
