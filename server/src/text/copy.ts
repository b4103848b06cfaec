/** V8 makes a view of a slice from this length on: every later look at a character goes the long way round, and the view keeps the whole text alive. */
const shortest = 13;

/** The same characters as a string of its own. Worth it for a slice that is read more than twice, or outlives what it was cut from. */
export const ownCopy = (slice: string): string =>
  slice.length < shortest ? slice : [slice.slice(0, 1), slice.slice(1)].join('');
