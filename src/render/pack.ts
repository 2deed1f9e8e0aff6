import { deflateSync, strToU8 } from 'fflate';
import { genericId } from '../analysis/generic-id.ts';
import type { Card, PlaceCard } from '../explain/card.ts';

const chunk = 0x8000;

/**
 * Packs cards for the script of the page: JSON, deflated, in base64. What is alike stands together, column by column, and a
 * number stands for what is said often: most of the text is the same for every account, and so it deflates to a tenth. An input
 * is the number of a card or, above those, of a place; inputs and lines are differences from the one before.
 * Deflated by a library of ours and not by Node's, whose compressor may give other bytes from version to version.
 *
 * @param marked the figures and rows that the page refers to, in the order of their numbers
 */
export const packCards = (cards: ReadonlyMap<string, Card>, marked: readonly string[]): string => {
  const first = new Set(marked);
  const ids = [...marked, ...byKind([...cards.keys()].filter(id => !first.has(id)))];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const all = ids.map(id => cardIn(cards, id));
  const places = new Places(ids.length);
  const inputs = all.map(card =>
    differences(
      card.inputs.flatMap(input =>
        typeof input === 'string' ? (numbers.get(input) ?? []) : places.number(input),
      ),
    ),
  );
  const lines = new Numbered();
  const lineNumbers = (part: 'formula' | 'notes') =>
    all.map(card => card[part].map(line => lines.number(line)));
  const columns = [
    ids,
    ...(['name', 'value', 'method'] as const).map(part => all.map(card => card[part])),
    lineNumbers('formula'),
    lineNumbers('notes'),
    lines.all(),
    inputs,
    all.map(({ more }) => more),
    ...places.columns(),
  ];
  return base64(deflateSync(strToU8(JSON.stringify(columns)), { level }));
};

const cardIn = (cards: ReadonlyMap<string, Card>, id: string): Card => {
  const card = cards.get(id);
  if (card === undefined) throw new Error(`The page refers to "${id}", which nothing explains`);
  return card;
};

/** Of nine: the ones above take two and three times as long for one part in twenty less. */
const level = 4;

/** Texts, each once, in the order in which they are met. */
class Numbered {
  private readonly known = new Map<string, number>();

  number(text: string): number {
    const number = this.known.get(text) ?? this.known.size;
    this.known.set(text, number);
    return number;
  }

  all(): readonly string[] {
    return [...this.known.keys()];
  }
}

/** Figures of the same kind follow each other, whatever account they are about. */
const byKind = (ids: readonly string[]): string[] =>
  ids
    .map(id => [`${genericId(id)} ${id}`, id] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, id]) => id);

const differences = (numbers: readonly number[]): number[] =>
  numbers.map((number, index) => number - (numbers[index - 1] ?? 0));

/** Places in files, each once, in the order in which they are met. */
class Places {
  private readonly first: number;
  private readonly known = new Map<PlaceCard, number>();
  private readonly absent = new Map<string, number>();
  private readonly files = new Numbered();
  private readonly rows: { file: number; line: number; column: number; text: string }[] = [];

  /** @param first the number of the first place */
  constructor(first: number) {
    this.first = first;
  }

  number(place: PlaceCard): number {
    const known = this.known.get(place) ?? this.numbered(place);
    this.known.set(place, known);
    return known;
  }

  /** A place that is there is one object; one that is not may come as several. */
  private numbered({ file, line, column, text }: PlaceCard): number {
    const key = `${file} ${text}`;
    const known = line === 0 ? this.absent.get(key) : undefined;
    if (known !== undefined) return known;
    const number = this.first + this.rows.push({ file: this.files.number(file), line, column, text }) - 1;
    if (line === 0) this.absent.set(key, number);
    return number;
  }

  columns(): readonly (readonly (string | number)[])[] {
    return [
      this.files.all(),
      this.rows.map(({ file }) => file),
      differences(this.rows.map(({ line }) => line)),
      this.rows.map(({ column }) => column),
      this.rows.map(({ text }) => text),
    ];
  }
}

/** Before the ids of the figures that an element shows. No text of the data holds it: its quotation mark would be escaped. */
const mark = ' data-figure="';

/** A page that refers to its cards by number. */
export interface NumberedPage {
  readonly html: string;
  /** The figures and rows that it refers to, in the order of their numbers. */
  readonly marked: readonly string[];
}

/**
 * Lets a page refer to its cards by number; what has no card is no longer marked.
 * @param explained ids that have a card. They are what is given back: an id cut out of the page would hold the whole page in
 *   memory for as long as anybody remembers something by it.
 */
export const numberMarks = (html: string, explained: Iterable<string>): NumberedPage => {
  const [start = '', ...parts] = html.split(mark);
  const lengths = parts.map(part => part.indexOf('"'));
  const written = new Set(parts.flatMap((part, index) => part.slice(0, lengths[index]).split(' ')));
  const marked = byKind([...new Set(explained)].filter(id => written.has(id)));
  const numbers = new Map(marked.map((id, number) => [id, number]));
  const numbered = parts.map((part, index) => {
    const length = lengths[index] ?? 0;
    const found = new Set(
      part
        .slice(0, length)
        .split(' ')
        .flatMap(id => numbers.get(id) ?? []),
    );
    return found.size === 0 ? part.slice(length + 1) : `${mark}${[...found].join(' ')}${part.slice(length)}`;
  });
  return { html: start + numbered.join(''), marked };
};

const place = /(<script\b[^>]* id="cards"[^>]*>)[^<]*(?=<\/script>)/;

/** Puts cards where the page has a place for them, and in the place of others that may stand there. */
export const fillCards = (html: string, packed: string): string =>
  html.replace(place, (_, open: string) => `${open}${packed}`);

/** In pieces, since a call takes only so many arguments. */
export const base64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let from = 0; from < bytes.length; from += chunk)
    binary += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(from, from + chunk));
  return btoa(binary);
};
