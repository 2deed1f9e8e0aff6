import type { Palettes } from '../brand/palette.ts';
import type { Picture } from '../charts/chart.ts';
import type { Logo } from '../model/brand.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FigureId, FigureInput, MethodId } from '../model/figure.ts';

/** Markup made by us from escaped text. Never data as it came in. */
export type Html = string;

/** A finished document, before it has a page: text formatted, charts specified, everything numbered. */
export interface DocumentModel {
  /** Path below the period without locale and ending: `strategic-review`, `account-plan/hidrogestion-cabriel`. */
  readonly id: string;
  readonly notebook: string;
  /** BCP 47 tag. */
  readonly locale: string;
  readonly title: string;
  /** The account or person that it is about. */
  readonly subject?: string;
  readonly running: Running;
  readonly cover?: Cover;
  /** Whether it has a table of contents page. */
  readonly contents: boolean;
  readonly sections: readonly Section[];
  /** Figures that it shows, each once; they can be explained. */
  readonly figures: readonly FigureId[];
  /** Rows of tables with cells that show no figure of their own, and facts: what they were made from can be asked, too. */
  readonly rows: readonly ShownRow[];
  readonly brand: DocumentBrand;
  /** What is wrong with it: a helper of the workspace that failed. It can't be shown then. */
  readonly problems?: readonly Diagnostic[];
}

/** What the brand gives to every page. */
export interface DocumentBrand {
  readonly palettes: Palettes;
  /** Type family of the brand, where it has one. */
  readonly family?: string;
  readonly logo?: Logo & { readonly alternative: string };
}

/** What a reader can ask about that is no figure: a row of a series, as a table shows it, or a fact of the subject. */
export interface ShownRow {
  /** `portfolio.risks#3`, counted from 1; `account.aceros-montgo#industry`. */
  readonly id: string;
  /** What its head says. */
  readonly name: string;
  /** Method that made the series; a fact is what was recorded. */
  readonly method?: MethodId;
  readonly inputs: readonly FigureInput[];
}

/** What the margins of every page say. */
export interface Running {
  /** The company by its legal name. */
  readonly company: string;
  /** The same by the short form of its name. */
  readonly name: string;
  /** The account or person that the document is about, by the short form of the name. */
  readonly subject?: string;
  readonly period: string;
  readonly classification: string;
  readonly status: string;
}

export interface Cover {
  readonly tagline?: string;
  readonly audience?: string;
  /** Period in two lines: T3, 2026. */
  readonly period: readonly [string, string];
  readonly drawing?: Picture;
  readonly lead?: string;
  readonly leadLabel?: string;
  readonly note?: Html;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

export interface Section {
  readonly id: string;
  readonly number: number;
  /** Short name for margin, running header and contents. */
  readonly name: string;
  /** What the data say; the neutral name where no finding heads it. */
  readonly headline: Html;
  /** Who / measure in unit / period and scenario. */
  readonly title: readonly Html[];
  readonly landscape: boolean;
  readonly appendix: boolean;
  /** Whether it follows on the page of the section before. */
  readonly flow: boolean;
  readonly blocks: readonly Block[];
}

/** Columns of the twelve-column grid. 12 spans the page, 9 the main part beside the margin column. */
export type Span = 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;

/** What charts and tables have in common. */
export interface Captioned {
  /** Anchor in the document, `fig-kaism`. */
  readonly anchor: string;
  /** "Figura 3", "Table 2". */
  readonly label: string;
  readonly caption: Html;
  /** How to read it, with its source; stands in the margin column where there is room. */
  readonly note?: Html;
  readonly source?: Html;
  readonly span: Span;
}

export interface FigureBlock extends Captioned {
  readonly kind: 'figure';
  /** Present where there is something to draw. */
  readonly drawing?: Picture;
  /** Why there is nothing to draw, and what would change that. */
  readonly unavailable?: string;
  /** The data behind it, for readers of the HTML. */
  readonly data?: Table;
}

export interface TableBlock extends Captioned {
  readonly kind: 'table';
  readonly table?: Table;
  readonly unavailable?: string;
}

/** Four lists in a two-by-two: top left, top right, bottom left, bottom right. */
export interface QuadrantsBlock extends Captioned {
  readonly kind: 'quadrants';
  readonly quadrants: readonly {
    readonly title: string;
    readonly items: readonly { readonly text: string; readonly detail: string }[];
    /** How many items are left out, or that there is none. */
    readonly note?: string;
  }[];
  readonly unavailable?: string;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly groups?: readonly { readonly title: string; readonly span: number }[];
  readonly rows: readonly TableRow[];
  readonly footnotes: readonly Html[];
}

export interface TableColumn {
  readonly id: string;
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Width in millimetres; absent where the rest of the width is shared. */
  readonly width?: number;
}

export interface TableRow {
  readonly kind: 'data' | 'total' | 'group';
  readonly strong: boolean;
  /** Id of the shown row, where some of its cells show no figure of their own. */
  readonly row?: string;
  /** Its number in the series, from 0, where it is not that in the table; `rest` for the row that counts the others. */
  readonly of?: number | 'rest';
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly text: string;
  /** Inline graphic that stands for the number beside it. */
  readonly graphic?: Html;
  /** The figure that the text shows. */
  readonly figure?: FigureId;
  /** First cell that names the row. */
  readonly head: boolean;
  readonly tone?: 'muted' | 'strong' | 'accent' | 'good' | 'bad';
  /** Second, smaller line below the text. */
  readonly detail?: string;
  /** Language of the text where it is a fallback. */
  readonly language?: string;
}

/** What the board decides, or what others follow up. */
export interface AskGroup {
  readonly kind: 'decision' | 'follow-up';
  readonly title: string;
  readonly items: readonly Html[];
}

/** In the main part, beside it, across the page, in two columns, or set off from the rest. */
export type ProsePlace = 'main' | 'margin' | 'full' | 'columns' | 'note' | 'warning';

export type Block =
  | { readonly kind: 'prose'; readonly html: Html; readonly place: ProsePlace }
  /** Begins a new page in print. */
  | { readonly kind: 'page-break' }
  /** What the numbers of notes in a section stand for. */
  | {
      readonly kind: 'footnotes';
      readonly items: readonly { readonly number: number; readonly html: Html }[];
    }
  | FigureBlock
  | TableBlock
  | QuadrantsBlock
  /** Blocks side by side; the note stands in the margin column, a source that all share below them. */
  | { readonly kind: 'row'; readonly note?: Html; readonly source?: Html; readonly blocks: readonly Block[] }
  /** What a section asks for: the decisions that its findings recommend. */
  | { readonly kind: 'asks'; readonly groups: readonly AskGroup[] }
  | {
      readonly kind: 'decisions';
      readonly items: readonly {
        readonly label: string;
        readonly reference?: Html;
        readonly title: Html;
        readonly reason: Html;
        readonly facts: readonly { readonly label: string; readonly value: string }[];
      }[];
    }
  | {
      readonly kind: 'findings';
      readonly title: string;
      readonly note: string;
      readonly items: readonly { readonly strong: Html; readonly text?: Html; readonly reference?: Html }[];
      /** What stands behind figures that the cell refers to, and is not listed: the message of whoever shows such a figure alone. */
      readonly behind: readonly { readonly strong: Html; readonly text?: Html; readonly reference: Html }[];
    }
  | {
      readonly kind: 'strip';
      readonly items: readonly {
        readonly label: string;
        readonly value: string;
        readonly unit?: string;
        readonly note?: string;
        readonly figure?: FigureId;
      }[];
    }
  | {
      readonly kind: 'facts';
      readonly rows: readonly { readonly label: string; readonly value: Html }[];
    }
  | {
      readonly kind: 'methods';
      readonly items: readonly {
        readonly id: string;
        readonly title: string;
        readonly rows: readonly { readonly label: string; readonly html: Html }[];
      }[];
    }
  /** What the figures shown rest on, small and in columns: files with their lines, or settings with their values. */
  | {
      readonly kind: 'register';
      /** Stands above the list where it has no section of its own. */
      readonly title?: string;
      /** Whether it is folded up, and on the screen alone. */
      readonly folded: boolean;
      readonly items: readonly { readonly name: string; readonly text: string }[];
    }
  | {
      readonly kind: 'documents';
      readonly groups: readonly DocumentGroup[];
      /** By quarter. */
      readonly archive: readonly { readonly title: string; readonly groups: readonly DocumentGroup[] }[];
    };

/** Documents of one kind. */
export interface DocumentGroup {
  readonly title: string;
  readonly items: readonly DocumentItem[];
}

export interface DocumentItem {
  readonly title: string;
  /** Names of the accounts and key account managers that it is about. */
  readonly accounts: readonly string[];
  readonly kams: readonly string[];
  readonly links: readonly { readonly label: string; readonly href: string; readonly language: string }[];
}
