/** A half-open range of UTF-16 code units: `text.slice(start, end)`. The only coordinate inside the software. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const byPosition = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** Index of the first element of a sorted list whose `key` is not below `value`; the list's length when there is none. */
export function lowerBound<T>(list: readonly T[], value: number, key: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (key(list[middle]!) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of a list in text order begin in a span. */
export const countWithin = (list: readonly Span[], { start, end }: Span): number =>
  lowerBound(list, end, (each) => each.start) - lowerBound(list, start, (each) => each.start);
