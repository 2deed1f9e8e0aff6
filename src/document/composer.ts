import type { Analysis } from '../analysis/analyze.ts';
import type { Basis } from '../explain/basis.ts';
import type { Place } from '../explain/explanation.ts';
import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FigureId, MethodId } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import type { SourceRef } from '../model/source.ts';
import type { ArchivedPeriod } from './archive.ts';
import type { Block, Html, Section, ShownRow, Span } from './model.ts';
import type { Subject } from './subject.ts';
import type { DocumentLink } from './view.ts';

/** What one document is composed from. */
export interface Sources {
  readonly analysis: Analysis;
  readonly locale: Locale;
  readonly names: Names;
  /** What the document is about, where it is about someone. */
  readonly subject?: Subject;
  /** The other documents of the build, for the index. */
  readonly documents: readonly DocumentLink[];
  /** What the figures of the analysis rest on. */
  readonly basis: Basis;
  /** Finds a source reference in the files of the workspace. */
  readonly locate: (ref: SourceRef) => Place;
  /** What was built for earlier quarters, the latest first. */
  readonly archive: () => readonly ArchivedPeriod[];
}

/** A section as its cell declared it, before its blocks are known. */
export type SectionHead = Omit<Section, 'blocks' | 'number'>;

/**
 * What happened while a template ran: each cell leaves a marker in the output and puts what it made here, so that
 * loops and conditions of the template govern cells too.
 */
export interface Collected {
  readonly blocks: Block[];
  /** Blocks about the document itself, by their place among the blocks: made when everything else is. */
  readonly late: Map<number, () => Block>;
  /** What makes a block again for a place of another width, by the block. */
  readonly atSpan: Map<Block, (span: Span) => Block>;
  /** Figures that the document shows, with a value or without. */
  readonly figures: Set<FigureId>;
  /** Numbers of the sections that show a figure or a row, by its id. */
  readonly shownIn: Map<FigureId, Set<number>>;
  /** Rows that tables show, by id. */
  readonly rows: Map<string, ShownRow>;
  /** Methods of the figures, series and findings that the document shows. */
  readonly methods: Set<MethodId>;
  readonly sections: SectionHead[];
  readonly notes: string[];
  /** Notes that the text refers to, in the order of their numbers. */
  readonly footnotes: { readonly label: string; readonly section: number }[];
  /** What they say, by label. */
  readonly footnoteTexts: Map<string, Html>;
  /** Label → anchor and printed label, in the order of the document. */
  readonly labels: Map<string, { readonly anchor: string; readonly label: string }>;
  /** Finding that asks for a course of an account: `leave penagolosa` → its id. */
  readonly asked: Map<string, string>;
  /** Whether the document shows decisions put to the board, beside which all else is a follow-up. */
  decisionsShown: boolean;
  /** Whether the section at hand has nothing to say and does not show. */
  hidden: boolean;
  /** Number of the section at hand; 0 where none shows. */
  section: number;
  /** Accounts and codes that the findings of the section at hand name. */
  readonly named: Set<string>;
  /** Findings that head a section already. */
  readonly headlines: Set<string>;
  /** Findings that a summary lists, in its order. */
  readonly listed: Finding[];
  /** Sections in which it has been said that columns are rounded together. */
  readonly roundingSaidIn: Set<number>;
  /** What is wrong with the document itself, whose places stay empty. */
  readonly problems: Diagnostic[];
  figureCount: number;
  tableCount: number;
}

export const emptyCollection = (): Collected => ({
  blocks: [],
  late: new Map(),
  atSpan: new Map(),
  figures: new Set(),
  shownIn: new Map(),
  rows: new Map(),
  methods: new Set(),
  sections: [],
  notes: [],
  footnotes: [],
  footnoteTexts: new Map(),
  labels: new Map(),
  asked: new Map(),
  decisionsShown: false,
  hidden: false,
  section: 0,
  named: new Set(),
  headlines: new Set(),
  listed: [],
  roundingSaidIn: new Set(),
  problems: [],
  figureCount: 0,
  tableCount: 0,
});
