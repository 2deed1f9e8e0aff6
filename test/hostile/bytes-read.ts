import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFDocument, PDFHexString, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import { pageTexts } from '../e2e/pdf-reading.ts';

/** Everything that a file can be made to say: its bytes, what is packed in them, and what a reader sees. */
export const saidBy = async (path: string, bytes: Uint8Array): Promise<string> => {
  if (path.endsWith('.html')) return fromPage(path, Buffer.from(bytes).toString('utf8'));
  const parts = [path, latin(bytes), Buffer.from(bytes).toString('utf8')];
  if (path.endsWith('.pdf')) parts.push(...(await inPdf(bytes)));
  if (/\.(xlsx|pptx)$/.test(path))
    for (const [name, content] of Object.entries(unzipSync(bytes))) parts.push(await saidBy(name, content));
  if (path.endsWith('.parquet')) parts.push(await inParquet(bytes));
  return parts.join('\n');
};

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Fonts and what is deflated, in base64. In half a million letters as if by chance, six in a row spell anything. */
const base64 = /[A-Za-z0-9+/]{64,}={0,2}/g;

/** What stands in a page, and what its packed parts hold in their place. */
const fromPage = (path: string, page: string): string =>
  [path, page.replace(base64, ' '), ...packedIn(page)].join('\n');

/** Explanations travel deflated, in base64. */
const packedIn = (text: string): string[] =>
  [...text.matchAll(base64)].flatMap(([packed]) => {
    const bytes = Buffer.from(packed, 'base64');
    return [inflateRawSync, inflateSync, gunzipSync].flatMap(unpack => {
      try {
        return [unpack(bytes).toString('utf8')];
      } catch {
        // Not packed this way: a picture, or a font.
        return [];
      }
    });
  });

/** Streams, strings, metadata, and the text of the pages. */
const inPdf = async (bytes: Uint8Array): Promise<string[]> => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const said: string[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const text = object.toString();
    said.push(text);
    for (const [, hex = ''] of text.matchAll(/<([0-9A-Fa-f]{8,})>/g))
      said.push(PDFHexString.of(hex).decodeText());
    for (const [, plain = ''] of text.matchAll(/\(((?:[^()\\]|\\.)*)\)/g))
      said.push(PDFString.of(plain).decodeText());
    if (object instanceof PDFRawStream) {
      try {
        said.push(latin(decodePDFRawStream(object).decode()));
      } catch {
        // A picture in a form that needs no decoding here; its bytes are searched as they are.
      }
    }
  }
  return [...said, ...((await pageTexts(bytes, 'reading')) ?? [])];
};

const inParquet = async (bytes: Uint8Array): Promise<string> => {
  const [{ DuckDBInstance }, { mkdtemp, rm, writeFile }, { tmpdir }, { join }] = await Promise.all([
    import('@duckdb/node-api'),
    import('node:fs/promises'),
    import('node:os'),
    import('node:path'),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'cuentas-read-'));
  const file = join(folder, 'table.parquet');
  await writeFile(file, bytes);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const result = await connection.runAndReadAll(`SELECT * FROM '${file}'`);
    return [result.columnNames().join(' '), ...result.getRowsJson().map(row => row.join(' '))].join('\n');
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
};
