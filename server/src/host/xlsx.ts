/**
 * The cells of an Excel workbook's first sheet (ECMA-376, SpreadsheetML): a ledger needs no more of it. Read here and not by a package: a configuration
 * is read in one go, which the packages for workbooks cannot, and they make binary numbers of the figures; the tests hold it against one (read-excel-file).
 */
import zlib from 'node:zlib';

/** More than any ledger; less than what a crafted archive unpacks to. */
const largest = 64 * 1024 * 1024;

/** Rows of texts; a cell that is not there is ''. A string says in Chinese why the file cannot be read. */
export function readXlsx(bytes: Buffer): string[][] | string {
  let files: ReadonlyMap<string, () => string>;
  try {
    files = entries(bytes);
  } catch {
    return '不是 Excel 工作簿（.xlsx），或者文件坏了';
  }
  const sheet =
    files.get('xl/worksheets/sheet1.xml') ??
    [...files].find(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))?.[1];
  if (sheet === undefined) return '这个工作簿里没有工作表';
  try {
    const shared = [...(files.get('xl/sharedStrings.xml')?.() ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map((m) =>
      textIn(m[1]!),
    );
    return rowsOf(sheet(), shared);
  } catch {
    return '这个工作簿读不出来';
  }
}

/** Entries of a ZIP archive by name, unpacked when asked for. */
function entries(bytes: Buffer): ReadonlyMap<string, () => string> {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== 0x06054b50) end--;
  if (end < 0) throw new RangeError('no end of central directory');
  const found = new Map<string, () => string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no central directory entry');
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42);
    found.set(name, () => {
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const data = bytes.subarray(start, start + packed);
      return (method === 0 ? data : zlib.inflateRawSync(data, { maxOutputLength: largest })).toString('utf8');
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const textIn = (xml: string): string =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)]
    .map((m) =>
      m[1]!.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (_, d?: string, x?: string, n?: string) =>
        d ? String.fromCodePoint(Number(d)) : x ? String.fromCodePoint(Number.parseInt(x, 16)) : (named[n!] ?? ''),
      ),
    )
    .join('');

function rowsOf(xml: string, shared: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const row of xml.matchAll(/<row\b[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const cells: string[] = [];
    for (const cell of (row[1] ?? '').matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const column = columnOf(/\br="([A-Z]+)/.exec(cell[1]!)?.[1]) ?? cells.length;
      const type = /\bt="(\w+)"/.exec(cell[1]!)?.[1];
      const value = /<v>([^<]*)<\/v>/.exec(cell[2] ?? '')?.[1] ?? '';
      while (cells.length < column) cells.push('');
      cells[column] =
        type === 's'
          ? (shared[Number(value)] ?? '')
          : type === 'inlineStr'
            ? textIn(cell[2] ?? '')
            : type === undefined || type === 'n'
              ? plainNumber(value)
              : value;
    }
    rows.push(cells);
  }
  return rows;
}

/** A is 0, AA is 26. */
function columnOf(letters: string | undefined): number | undefined {
  if (letters === undefined) return undefined;
  let n = 0;
  for (const c of letters) n = n * 26 + c.charCodeAt(0) - 64;
  return n <= 16_384 ? n - 1 : undefined;
}

/** Excel keeps 12.6 as 12.600000000000001 at times: fifteen digits are all it means. */
const plainNumber = (value: string): string =>
  /^-?\d+\.\d{12,}$/.test(value) ? String(Number(Number(value).toPrecision(15))) : value;
