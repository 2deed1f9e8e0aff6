import { Composer, type Document, Parser, visit, type YAMLError } from 'yaml';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { topOf } from '../model/source.ts';
import * as catalogue from './catalogue.ts';
import { refuseFeatures } from './yaml-features.ts';
import { type ForeignCharacter, foreignCharacterIn, tooDeepAt } from './yaml-limits.ts';
import { unfinishedMerges } from './yaml-merges.ts';
import { type FlatNodes, flattened, type Marker, markerOf, type Places, placesOf } from './yaml-places.ts';

/** One YAML file: its value, and the place of every key and value in it. */
export interface YamlSource extends Places {
  readonly file: string;
  /** Undefined where the text is not YAML that we accept; `diagnostics` says why, or warns. Null where the file is empty. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** What its places are found by; absent where it is not YAML that we accept. */
  readonly nodes?: FlatNodes;
}

/** Longest text in UTF-16 units; a large account file has some 50,000. */
const longestText = 500_000;
/** Deepest nesting; the model itself goes eight deep. */
const deepestNesting = 64;
const mostAliases = 100;
/** One slip can derail the parser for the rest of the file; past this many errors no more are worth reading. */
const mostErrors = 50;

/** Reads a text as its author sees it: without the byte order mark that some editors put in front. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** Parses YAML 1.2 (core schema). Never throws, in bounded time, whatever the text. */
export const parseYaml = (file: string, original: string): YamlSource => {
  const text = withoutMark(original);
  const mark = markerOf(file, text);
  if (text.length > longestText)
    return refused(file, catalogue.tooLarge(topOf(file), text.length, longestText));

  const merges = unfinishedMerges(text, mark);
  if (merges.length > 0) return refused(file, ...merges.slice(0, mostErrors).map(catalogue.unfinishedMerge));

  const tokens = [...new Parser().parse(text)];
  const foreign = foreignCharacterIn(text);
  if (foreign !== undefined) return refused(file, foreignText(foreign, mark));
  const deep = tooDeepAt(tokens, deepestNesting);
  if (deep !== undefined) return refused(file, catalogue.tooDeep(mark(deep, deep + 1), deepestNesting));

  const composer = new Composer({ version: '1.2', strict: true, uniqueKeys: false, prettyErrors: false });
  const documents = [...composer.compose(tokens, true, text.length)] as readonly Document.Parsed[];
  const [document, second] = documents;
  if (document === undefined) return refused(file, catalogue.emptyFile(mark(0, 0)));
  const diagnostics = [
    ...document.errors.map(error => syntaxError(error, document, mark)),
    ...(second
      ? [catalogue.unsupportedYaml(mark(second.range[0], second.range[0] + 3), 'a second document')]
      : []),
    ...refuseFeatures(document, mark, mostAliases),
  ].slice(0, mostErrors);
  const nodes = flattened(document);
  const places = placesOf(nodes, mark);
  if (hasErrors(diagnostics)) return { file, value: undefined, diagnostics, ...places };
  const { value, diagnostics: last } = resolved(document, mark, text);
  return { file, value, diagnostics: [...diagnostics, ...last], nodes, ...places };
};

const refused = (file: string, ...diagnostics: readonly Diagnostic[]): YamlSource => ({
  file,
  value: undefined,
  diagnostics,
  locate: () => undefined,
  written: () => undefined,
});

const syntaxError = (error: YAMLError, document: Document.Parsed, mark: Marker): Diagnostic => {
  const quote = error.message.startsWith('Missing closing') ? openQuote(document, error.pos[0]) : undefined;
  return quote === undefined
    ? catalogue.yamlSyntax(mark(...error.pos), error.code, error.message)
    : catalogue.unclosedText(mark(quote, quote + 1));
};

/** Where the text in quotes begins that runs on to `end`: there it can be mended, not where the parser gave up. */
const openQuote = (document: Document.Parsed, end: number): number | undefined => {
  let start: number | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range?.[1] === end) start = range[0];
    },
  });
  return start;
};

/** Bytes of another encoding were read as the replacement character; in UTF-16, NUL stands beside every letter. */
const foreignText = ({ offset, character }: ForeignCharacter, mark: Marker): Diagnostic => {
  const span = mark(offset, offset + character.length);
  return character === '\ufffd' ? catalogue.wrongEncoding(span) : catalogue.controlCharacter(span, character);
};

const resolved = (
  document: Document.Parsed,
  mark: Marker,
  text: string,
): Pick<YamlSource, 'value' | 'diagnostics'> => {
  try {
    if (negativeZero.test(text)) takeSigns(document);
    return { value: document.toJS({ maxAliasCount: mostAliases }), diagnostics: [] };
  } catch (error) {
    // The library's only way to say that aliases multiply ("billion laughs") is this exception.
    if (!(error instanceof ReferenceError)) throw error;
    return { value: undefined, diagnostics: [catalogue.tooManyAliases(mark(0, 1), mostAliases)] };
  }
};

/** No page shows a zero with a minus. */
const takeSigns = (document: Document.Parsed): void =>
  visit(document, {
    Scalar: (_, node) => {
      if (Object.is(node.value, -0)) node.value = 0;
    },
  });

const negativeZero = /-0*\.?0*(?:e[-+]?\d+)?(?=[\s,\]}]|$)/im;
