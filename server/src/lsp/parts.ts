/** Moving, inserting, deleting, splitting and merging parts, as the outline view and its commands ask for it. */
import type { OutlineNode } from '../document/outline.ts';
import { insertRole } from '../features/build.ts';
import {
  deleteParts,
  demoteParts,
  insertPart,
  mergePart,
  moveParts,
  type PartsAnswer,
  promoteParts,
  shiftParts,
  splitPart,
} from '../features/parts.ts';
import type { OpenDraft } from './open-draft.ts';
import { toRange } from './positions.ts';
import type { ChangedParts, ChangePartsParams } from './protocol.ts';

const outdated: ChangedParts = { edits: [], refused: '正文刚刚改过，请再试一次。' };

export function changeParts(draft: OpenDraft, params: ChangePartsParams): ChangedParts {
  // The places were told of an older text: nothing is moved by guess.
  if (params.version !== draft.version) return outdated;
  const { document, lines } = draft;
  const nodes = document.outline.nodes;
  const at = (position: { readonly line: number; readonly character: number }): OutlineNode | undefined => {
    const offset = lines.offsetAt(position);
    return nodes.find((node) => node.start === offset);
  };
  const parts = params.parts.flatMap((position) => at(position) ?? []);
  if (parts.length < params.parts.length) return outdated;
  const first = parts[0];
  const change = (): PartsAnswer | undefined => {
    switch (params.change) {
      case 'split':
        return params.cursor === undefined ? undefined : splitPart(document, lines.offsetAt(params.cursor));
      case 'role': {
        const edits = insertRole(document, params.build ?? 0, params.role ?? '');
        return edits === undefined ? undefined : { edits };
      }
      case 'delete':
        return parts.length === 0 ? undefined : deleteParts(document, parts);
      case 'move': {
        const target = params.target === undefined ? undefined : at(params.target);
        return target === undefined || parts.length === 0
          ? undefined
          : moveParts(document, parts, target, params.where ?? 'after');
      }
      default:
        if (first === undefined) return undefined;
        return params.change === 'up' || params.change === 'down'
          ? shiftParts(document, parts, params.change)
          : params.change === 'promote'
            ? promoteParts(document, parts)
            : params.change === 'demote'
              ? demoteParts(document, parts)
              : params.change === 'insert'
                ? insertPart(document, first)
                : mergePart(document, first);
    }
  };
  const answer = change();
  if (answer === undefined) return outdated;
  if ('refused' in answer) return { edits: [], refused: answer.refused };
  return { edits: answer.edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.text })) };
}
