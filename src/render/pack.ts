import { deflateSync, strToU8 } from 'fflate';
import { genericId } from '../analysis/generic-id.ts';
import type { Card, PlaceCard } from '../explain/card.ts';

/** Cards as a page carries them, and where in it each one is. */
export interface PackedCards {
  /** JSON, deflated, in base64. */
  readonly text: string;
  /** The number by which the page refers to a card, by its id. */
  readonly numbers: ReadonlyMap<string, number>;
}

const chunk = 0x8000;

/**
 * Packs cards for the script of the page. What is alike stands together, column by column, and a number stands for what
 * is said often: most of the text is the same for every account, and so it deflates to a tenth. An input is the number of a
 * card or, above those, of a place; inputs and lines are differences from the one before.
 * Deflated by a library of ours and not by Node's, whose compressor may give other bytes from version to version.
 */
export const packCards = (cards: ReadonlyMap<string, Card>): PackedCards => {
  const ids = byKind([...cards.keys()]);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const all = ids.flatMap(id => cards.get(id) ?? []);
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
  return { text: base64(deflateSync(strToU8(JSON.stringify(columns)), { level })), numbers };
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
  private readonly known = new Map<string, number>();
  private readonly files = new Numbered();
  private readonly rows: { file: number; line: number; column: number; text: string }[] = [];

  /** @param first the number of the first place */
  constructor(first: number) {
    this.first = first;
  }

  number([place, text]: PlaceCard): number {
    const key = `${place} ${text}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const [, file = place, line = '0', column = '0'] = /^(.*?)(?::(\d+):(\d+))?$/.exec(place) ?? [];
    const row = { file: this.files.number(file), line: Number(line), column: Number(column), text };
    const number = this.first + this.rows.push(row) - 1;
    this.known.set(key, number);
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

const mark = / data-figure="([^"]*)"/g;

/** Lets a page refer to its cards by number; what has no card is no longer marked. */
export const numberMarks = (html: string, numbers: ReadonlyMap<string, number>): string =>
  html.replace(mark, (_, ids: string) => {
    const found = [...new Set(ids.split(' ').flatMap(id => numbers.get(id) ?? []))];
    return found.length === 0 ? '' : ` data-figure="${found.join(' ')}"`;
  });

/** In pieces, since a call takes only so many arguments. */
export const base64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let from = 0; from < bytes.length; from += chunk)
    binary += String.fromCharCode(...bytes.subarray(from, from + chunk));
  return btoa(binary);
};
