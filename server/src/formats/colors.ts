/** Colours as functions, so that a writer does not know whether there are any. `picocolors` fits. */
export interface Colors {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  green(text: string): string;
  underline(text: string): string;
  /** False: what colours would show is shown by marks. */
  readonly isColorSupported: boolean;
}

const same = (text: string): string => text;
export const noColors: Colors = {
  bold: same,
  dim: same,
  red: same,
  yellow: same,
  cyan: same,
  green: same,
  underline: same,
  isColorSupported: false,
};
