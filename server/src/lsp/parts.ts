/** Moving, inserting, deleting, splitting and merging parts, as the outline view and its commands ask for it. */
import type { Document } from '../document/document.ts';
import type { OutlineNode } from '../document/outline.ts';
import { insertRole } from '../features/build.ts';
import { demoteParts, moveParts, promoteParts, shiftParts } from '../features/move-parts.ts';
import type { PartsAnswer } from '../features/part-regions.ts';
import { deleteParts, insertPart, mergePart, splitPart } from '../features/parts.ts';
import type { OpenDraft } from './open-draft.ts';
import { toRange } from './positions.ts';
import { type ChangedParts, type ChangePartsParams, outdated } from './protocol.ts';

const refused = (why: string): ChangedParts => ({ edits: [], refused: why });

type Change = (document: Document, parts: readonly OutlineNode[], first: OutlineNode) => PartsAnswer | undefined;

/** What needs nothing but the parts. */
const changes: Readonly<Record<Exclude<ChangePartsParams['change'], 'split' | 'role' | 'move'>, Change>> = {
  up: (document, parts) => shiftParts(document, parts, 'up'),
  down: (document, parts) => shiftParts(document, parts, 'down'),
  promote: promoteParts,
  demote: demoteParts,
  delete: deleteParts,
  insert: (document, _, first) => insertPart(document, first),
  merge: (document, _, first) => mergePart(document, first),
};

export function changeParts(draft: OpenDraft, params: ChangePartsParams): ChangedParts {
  if (params.version !== draft.version) return refused(outdated);
  const { document, lines } = draft;
  const nodes = document.outline.nodes;
  const at = (position: { readonly line: number; readonly character: number }): OutlineNode | undefined => {
    const offset = lines.offsetAt(position);
    return nodes.find((node) => node.start === offset);
  };
  const parts = params.parts.flatMap((position) => at(position) ?? []);
  if (parts.length < params.parts.length) return refused(outdated);
  const change = (): PartsAnswer | undefined => {
    if (params.change === 'split')
      return params.cursor === undefined ? undefined : splitPart(document, lines.offsetAt(params.cursor));
    if (params.change === 'role') {
      const edits = insertRole(document, params.build ?? 0, params.role ?? '');
      return edits === undefined ? undefined : { edits };
    }
    const [first] = parts;
    if (first === undefined) return undefined;
    if (params.change !== 'move') return changes[params.change](document, parts, first);
    const target = params.target === undefined ? undefined : at(params.target);
    return target && moveParts(document, parts, target, params.where ?? 'after');
  };
  const answer = change();
  if (answer === undefined) return refused(outdated);
  if ('refused' in answer) return refused(answer.refused);
  return { edits: answer.edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.text })) };
}
