import type { Section } from './section.ts';
import type { Cell, Table } from './table.ts';
import { originColumns } from './targets.ts';

export interface Fields {
  [name: string]: Cell | Fields;
}

/** One row of a statement, on its way into the workspace. */
export interface Row {
  readonly section: Section;
  /** 1-based place in the result of the statement. */
  readonly number: number;
  /** Where it stands in the source files, when the SQL says so. */
  readonly origin?: { readonly file?: string; readonly row?: number };
  /** Columns with a value, by name as in the SQL. */
  readonly cells: Readonly<Record<string, Cell>>;
}

/** The rows of a table. NULL is missing; so is an empty text, which is how CSV writes it. */
export const rowsOf = (section: Section, table: Table): Row[] =>
  table.rows.map((cells, index) => {
    const named = Object.fromEntries(
      table.columns.flatMap((column, position): [string, Cell][] => {
        const cell = cells[position] ?? null;
        return cell === null || cell === '' ? [] : [[column, cell]];
      }),
    );
    const { [originColumns.file]: file, [originColumns.row]: row, ...rest } = named;
    const origin = {
      ...(typeof file === 'string' ? { file } : {}),
      ...(typeof row === 'number' ? { row } : {}),
    };
    return {
      section,
      number: index + 1,
      cells: rest,
      ...(Object.keys(origin).length > 0 ? { origin } : {}),
    };
  });

/** Columns as fields: `name.es` and `fields.employees` become nested objects. */
export const fieldsOf = (cells: Readonly<Record<string, Cell>>): Fields => {
  const fields: Fields = {};
  for (const [column, cell] of Object.entries(cells)) {
    const path = column.split('.');
    const last = path.pop() ?? column;
    path.reduce<Fields>((parent, key) => childOf(parent, key), fields)[last] = cell;
  }
  return fields;
};

const childOf = (parent: Fields, key: string): Fields => {
  const child = Object.hasOwn(parent, key) ? parent[key] : undefined;
  if (typeof child === 'object' && child !== null && !Array.isArray(child)) return child as Fields;
  const made: Fields = {};
  parent[key] = made;
  return made;
};
