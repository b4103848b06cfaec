/** Places as the server tells them, and as VS Code has them. */
import * as vscode from 'vscode';
import type { PlacedText } from '../../server/src/lsp/protocol.ts';

type Place = PlacedText['range'];

export const toRange = ({ start, end }: Place): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

/** Also where the position is at one of the ends. */
export const holds = (place: Place, position: vscode.Position): boolean => toRange(place).contains(position);
