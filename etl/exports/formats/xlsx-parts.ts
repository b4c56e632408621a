import { xml } from './xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** What ECMA-376 wants of a workbook beside its sheets. */
export function boilerplate(name: string, sheets: number): [file: string, text: string][] {
  const numbers = Array.from({ length: sheets }, (_, place) => place + 1);
  const each = (text: (number: number) => string) => numbers.map(text).join('');
  return [
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each(
        (number) =>
          `<sheet name="${xml(sheetName(name, number))}" sheetId="${String(number)}" r:id="rId${String(number)}"/>`,
      )}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packaged}/relationships">${each(
        (number) =>
          `<Relationship Id="rId${String(number)}" Type="${relations}/worksheet" Target="worksheets/sheet${String(number)}.xml"/>`,
      )}</Relationships>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${workbookType}"/>${each(
        (number) => `<Override PartName="/xl/worksheets/sheet${String(number)}.xml" ContentType="${sheetType}"/>`,
      )}</Types>`,
    ],
  ];
}

/** At most 31 letters, says Excel. */
const sheetName = (name: string, number: number): string =>
  (number === 1 ? name : `${name} ${String(number)}`).slice(0, 31);
