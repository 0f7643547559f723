import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip file. */
export type ZipPart = { readonly name: string; readonly content: string | Buffer };

/** A workbook (.xlsx) with these rows; numbers are written as given, so that a test says how they stand in the file. */
export function makeWorkbook(
  rows: readonly (readonly (string | { readonly number: string })[])[],
  name = 'People',
): Buffer {
  const cells = rows.map((row, at) => {
    const inner = row.map((cell, column) => cellOf(cell, `${columnLetters(column)}${at + 1}`)).join('');
    return `<row r="${at + 1}">${inner}</row>`;
  });
  return makeZip(workbookParts(`<sheetData>${cells.join('')}</sheetData>`, name));
}

/** The parts of a workbook whose only sheet holds this XML. */
export function workbookParts(sheet: string, name = 'People'): readonly ZipPart[] {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet xmlns="${main}">${sheet}</worksheet>` },
  ];
}

/** A zip file of these parts. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const sizes = [crc32(bytes), packed.length, bytes.length];
    const title = Buffer.from(name);
    // Version, flags, method, time and date; then checksum, sizes and the lengths of name and extra field.
    const head = [16, [20, 0, 8, 0, 0x21]] as const;
    const header = Buffer.concat([
      numbers(32, [0x04034b50]),
      numbers(...head),
      numbers(32, sizes),
      numbers(16, [title.length, 0]),
    ]);
    const entry = [numbers(32, [0x02014b50]), numbers(16, [20]), numbers(...head), numbers(32, sizes)];
    directory.push(...entry, numbers(16, [title.length, 0, 0, 0, 0]), numbers(32, [0, offset]), title);
    local.push(header, title, packed);
    offset += header.length + title.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = [numbers(32, [0x06054b50]), numbers(16, [0, 0, parts.length, parts.length])];
  return Buffer.concat([...local, index, ...end, numbers(32, [index.length, offset]), numbers(16, [0])]);
}

function cellOf(cell: string | { readonly number: string }, place: string): string {
  if (typeof cell !== 'string') return `<c r="${place}"><v>${cell.number}</v></c>`;
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

function numbers(bits: 16 | 32, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc((values.length * bits) / 8);
  for (const [index, value] of values.entries()) bytes.writeUIntLE(value, (index * bits) / 8, bits / 8);
  return bytes;
}
