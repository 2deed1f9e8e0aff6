import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/** What a PDF says about itself. */
export interface PdfMetadata {
  readonly title: string;
  /** The company whose document it is. */
  readonly author: string;
  readonly subject?: string;
  /** BCP 47 tag of the language. */
  readonly language: string;
  /** When it was made, an ISO date or a date with time in UTC (`2026-09-30`, `2026-10-14T08:30:00Z`); never read from a clock. */
  readonly date: string;
}

const creator = 'Cuentas Claras';

/** Title, author, dates and language, in the information dictionary and as XMP, and the claim to be PDF/UA-1. */
export const writeMetadata = (document: PDFDocument, metadata: PdfMetadata): void => {
  const { context, catalog } = document;
  const moment = toMoment(metadata.date);
  const date = PDFString.of(`D:${moment.replaceAll(/[-:TZ]/g, '')}Z`);
  const information = context.obj({
    Title: PDFHexString.fromText(metadata.title),
    Author: PDFHexString.fromText(metadata.author),
    ...(metadata.subject === undefined ? {} : { Subject: PDFHexString.fromText(metadata.subject) }),
    Creator: PDFHexString.fromText(creator),
    Producer: PDFHexString.fromText(creator),
    CreationDate: date,
    ModDate: date,
  });
  const previous = context.trailerInfo.Info;
  if (previous === undefined) context.trailerInfo.Info = context.register(information);
  else context.assign(previous as never, information);
  const packet = new TextEncoder().encode(xmp(metadata, moment));
  // Not compressed: other programs look for the packet in the bytes of the file.
  const stream = context.stream(packet, { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
  catalog.set(PDFName.of('Lang'), PDFString.of(metadata.language));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  const marks = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict);
  if (marks === undefined) throw new Error('Only a tagged PDF can be finished');
};

const toMoment = (date: string): string => {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z)?$/.exec(date);
  if (found === null) throw new Error(`The date of a document is written like 2026-09-30, not "${date}"`);
  return `${found[1]}T${found[2] ?? '00:00:00'}Z`;
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, character => escapes[character] ?? character);

const xmp = ({ title, author, subject, language }: PdfMetadata, moment: string): string =>
  `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeMarkup(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeMarkup(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escapeMarkup(language)}</rdf:li></rdf:Bag></dc:language>
${subject === undefined ? '' : `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeMarkup(subject)}</rdf:li></rdf:Alt></dc:description>\n`}<xmp:CreatorTool>${creator}</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<pdf:Producer>${creator}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
