/** The command as a function: arguments in, exit status out. Nothing here ends the process. */
import { documentOptions } from '../engine/profiles.ts';
import { rules } from '../rules/index.ts';
import {
  type Arguments,
  type Command,
  commandOf,
  formatOf,
  formats,
  isCommand,
  isUsageError,
  parse,
  UsageError,
} from './arguments.ts';
import { check } from './check.ts';
import { DraftChecker } from './draft-checker.ts';
import type { Io } from './io.ts';
import { colorsFor } from './terminal.ts';
import { version } from './version.ts';
import { show } from './views.ts';
import { visit } from './visit.ts';

/** 0: nothing at `error` level; 1: findings; 2: the command could not do its work. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = argv;
  try {
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') return await help(rest[0], io);
    if (first === '--version' || first === '-v' || first === '-V') {
      io.stdout.write(`${version}\n`);
      return 0;
    }
    const command = commandOf(first);
    const args = parse(command, rest);
    return args.has('help') ? await help(command, io) : await dispatch(command, args, io);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 2;
  }
}

async function dispatch(command: Command, args: Arguments, io: Io): Promise<number> {
  switch (command) {
    case 'check':
      return check(args, io);
    case 'rules': {
      const format = formatOf(args, formats.other);
      const { listRules } = await import('./rules.ts');
      return listRules(args.operands, format, rules, io, await colorsFor(io));
    }
    case 'init': {
      const { init } = await import('./init.ts');
      return init(args.operands, io);
    }
    case 'accept': {
      const { accept } = await import('./accept.ts');
      const checker = new DraftChecker(io);
      return accept(args, io, {
        visit,
        check: (draft, settings, of) => checker.check(draft, settings, documentOptions(draft.format, of), of.words),
        usage: (message) => new UsageError(message),
      });
    }
    case 'templates': {
      const { templates } = await import('./templates.ts');
      return templates(args, io);
    }
    case 'new': {
      const { newDraft } = await import('./templates.ts');
      return newDraft(args, io);
    }
    case 'figures': {
      const { figures } = await import('./figures.ts');
      return figures(args, io, { visit, colors: await colorsFor(io) });
    }
    default:
      return show(command, args, io);
  }
}

async function help(about: string | undefined, io: Io): Promise<number> {
  const { helpOn } = await import('./help.ts');
  io.stdout.write(helpOn(about !== undefined && isCommand(about) ? about : undefined));
  return 0;
}
