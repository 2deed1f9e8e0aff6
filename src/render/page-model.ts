import type { AskGroup, Running } from '../document/model.ts';
import type { Markup } from './markup.ts';

/**
 * What the layout and its partials see. Text is formatted; every field is there, since templates are strict: what is
 * absent is `undefined`. Only `Markup` is not escaped.
 */
export interface PageModel {
  readonly language: string;
  readonly title: string;
  readonly company: string;
  readonly logo: LogoView | undefined;
  readonly running: Running;
  /** Stylesheets, and the rules of this document's running headers. */
  readonly styles: Markup;
  readonly texts: PageTexts;
  readonly cover: CoverView | undefined;
  /** Cards of the figures; absent where nothing can be explained. */
  readonly card: CardView | undefined;
  /** What runs in the page, with the base64 of its SHA-256 for the Content-Security-Policy. */
  readonly scripts: readonly { readonly text: Markup; readonly hash: Markup }[];
  /** Whether there is a contents page. */
  readonly contents: boolean;
  readonly sections: readonly SectionView[];
  /** Whether there are sections to choose from. */
  readonly menu: boolean;
}

export interface PageTexts {
  readonly skip: string;
  readonly cover: string;
  readonly contents: string;
  readonly reading: string;
  readonly data: string;
  readonly unavailable: string;
  readonly filter: string;
  readonly shown: string;
  /** Which keys go through a chart. */
  readonly keys: string;
  /** Those that a workspace added below `own` and that have no parameters, by the rest of their keys. */
  readonly own: Readonly<Record<string, string>>;
  readonly find: FindTexts;
}

/** Words of the search and the filters over the list of documents. */
export interface FindTexts {
  readonly search: string;
  readonly kind: string;
  readonly account: string;
  readonly kam: string;
  readonly language: string;
  readonly all: string;
  readonly nothing: string;
  readonly archive: string;
}

export interface CardView {
  readonly several: string;
  readonly back: string;
  readonly close: string;
  readonly formula: string;
  readonly notes: string;
  readonly inputs: string;
}

/** A logo as a picture of its own, never as markup of the page. */
export interface LogoView {
  /** Data URL. */
  readonly light: string;
  readonly dark: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly alternative: string;
}

export interface CoverView {
  readonly company: string;
  readonly logo: LogoView | undefined;
  readonly tagline: string;
  readonly audience: string;
  readonly periodFirst: string;
  readonly periodSecond: string;
  readonly title: Markup;
  readonly subject: Markup | undefined;
  readonly drawing: Markup | undefined;
  readonly lead: string | undefined;
  readonly leadLabel: string | undefined;
  readonly note: Markup | undefined;
  readonly rows: readonly LabelledText[];
}

export interface LabelledText {
  readonly label: string;
  readonly value: string;
}

export interface SectionView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly headline: Markup;
  readonly title: readonly Markup[];
  /** Classes that choose its page: `sheet-3 landscape`, or `flowing` where it continues on the page of the one before. */
  readonly classes: string;
  readonly blocks: readonly BlockView[];
}

/** `kind` is the name of the partial. */
export type BlockView =
  | {
      readonly kind: 'prose';
      readonly html: Markup;
      readonly aside: Markup | undefined;
      readonly place: string;
    }
  | { readonly kind: 'page-break' }
  | {
      readonly kind: 'footnotes';
      readonly items: readonly { readonly number: number; readonly html: Markup }[];
    }
  | FigureView
  | TableView
  | QuadrantsView
  | {
      readonly kind: 'row';
      readonly note: Markup | undefined;
      /** Where all that stands in it comes from. */
      readonly source: Markup | undefined;
      /** Whether the margin column stays free although there is no note. */
      readonly indented: boolean;
      readonly blocks: readonly BlockView[];
    }
  | {
      readonly kind: 'asks';
      readonly groups: readonly (Omit<AskGroup, 'items'> & { readonly items: readonly Markup[] })[];
    }
  | { readonly kind: 'decisions'; readonly items: readonly DecisionView[] }
  | {
      readonly kind: 'findings';
      readonly title: string;
      readonly note: string;
      readonly items: readonly FindingView[];
    }
  | { readonly kind: 'strip'; readonly count: number; readonly items: readonly StripItem[] }
  | {
      readonly kind: 'facts';
      readonly inRow: boolean;
      readonly rows: readonly { readonly label: string; readonly value: Markup }[];
    }
  | { readonly kind: 'methods'; readonly items: readonly MethodView[] }
  | {
      readonly kind: 'register';
      readonly title: string | undefined;
      readonly folded: boolean;
      readonly items: readonly { readonly name: string; readonly text: string }[];
    }
  | {
      readonly kind: 'documents';
      readonly groups: readonly DocumentGroup[];
      readonly archive: readonly { readonly title: string; readonly groups: readonly DocumentGroup[] }[];
    };

export interface CaptionView {
  readonly anchor: string;
  readonly label: string;
  readonly caption: Markup;
  readonly note: Markup | undefined;
  readonly source: Markup | undefined;
  readonly span: number;
  /** Whether it stands beside the margin column, which then holds the note. */
  readonly beside: boolean;
  /** Whether it stands among others in a row, which has the margin column. */
  readonly inRow: boolean;
}

export interface FigureView extends CaptionView {
  readonly kind: 'figure';
  readonly drawing: Markup | undefined;
  readonly unavailable: string | undefined;
  readonly data: GridView | undefined;
}

export interface TableView extends CaptionView {
  readonly kind: 'table';
  readonly grid: GridView | undefined;
  readonly unavailable: string | undefined;
}

export interface QuadrantsView extends CaptionView {
  readonly kind: 'quadrants';
  readonly quadrants: readonly {
    readonly title: string;
    readonly items: readonly { readonly text: string; readonly detail: string }[];
    readonly note: string | undefined;
  }[];
  readonly unavailable: string | undefined;
}

/** Rows and columns. */
export interface GridView {
  /** Anchor of the caption, which names the table. */
  readonly labelledBy: string;
  readonly classes: string;
  readonly columns: readonly { readonly title: string; readonly classes: string; readonly style: string }[];
  /** Whether a column has a width of its own. */
  readonly widths: boolean;
  readonly groups: readonly { readonly title: string; readonly span: number }[] | undefined;
  readonly rows: readonly RowView[];
  readonly footnotes: readonly Markup[];
}

export interface RowView {
  readonly classes: string;
  /** Its number in the series, where it is another one in the table; for the script that shows marks. */
  readonly of: string | undefined;
  /** Its card, where some of its cells show no figure of their own. */
  readonly row: string | undefined;
  readonly cells: readonly CellView[];
}

export interface CellView {
  readonly text: string;
  readonly graphic: Markup | undefined;
  readonly figure: string | undefined;
  readonly head: boolean;
  /** `row`, or `rowgroup` for the head of a group of rows. */
  readonly scope: string;
  /** How many columns it covers, where there are several. */
  readonly span: number | undefined;
  readonly classes: string;
  readonly detail: string | undefined;
  readonly language: string | undefined;
}

export interface DecisionView {
  readonly label: string;
  readonly reference: Markup | undefined;
  readonly title: Markup;
  readonly reason: Markup;
  readonly facts: readonly LabelledText[];
}

export interface FindingView {
  readonly number: number;
  readonly strong: Markup;
  readonly text: Markup | undefined;
  readonly reference: Markup | undefined;
}

export interface StripItem extends LabelledText {
  readonly figure: string | undefined;
  readonly unit: string | undefined;
  readonly note: string | undefined;
}

export interface MethodView {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly html: Markup }[];
}

export interface DocumentGroup {
  readonly title: string;
  readonly items: readonly {
    readonly title: string;
    /** Names, parted by line ends, which no name has. */
    readonly accounts: string;
    readonly kams: string;
    readonly links: readonly { readonly label: string; readonly href: string; readonly language: string }[];
  }[];
}
