/** 数据核对表 as an Excel workbook. Texts stay texts there, whatever they begin with. */
import writeWorkbook from 'write-excel-file/node';
import { columns, type Row } from './figure-table.ts';

/** Widths of the columns, in characters. */
const widths = [28, 6, 6, 10, 20, 8, 56, 36, 14, 12, 12, 10];
/** Rows that Excel takes, without the heading. */
const most = 1_048_575;

export function workbookOf(rows: readonly Row[]): Promise<Buffer> {
  const heading = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.slice(0, most).map((row) =>
    row.map((value) => {
      if (value === '') return null;
      return typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true };
    }),
  );
  return writeWorkbook([heading, ...cells], {
    sheet: '数据核对表',
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}
