import { dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { OrderDays, OrderDaysOfAccount } from '../effects.ts';
import { confine, lockedDown, quoted } from './duckdb.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

const mostFaults = 25;
const needed = ['account', 'date'] as const;

/**
 * The order lines of a Parquet file by account and day, added up by a database: what comes back is as long as there are days on
 * which somebody ordered, however many lines there are. The database may read the folder of the file and nothing else,
 * takes a gigabyte of memory at most, and puts what needs more into a folder of its own.
 * @param path absolute
 */
export const parquetOrderDays = async (path: string): Promise<OrderDays> => {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const spill = await createTemporaryFolder('orders');
  const { threads: _, ...settings } = lockedDown;
  const instance = await DuckDBInstance.create(':memory:', { ...settings, temp_directory: spill.path });
  const connection = await instance.connect();
  try {
    await confine(connection, [dirname(path), spill.path]);
    return await orderDays(connection, path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [reason = error.message] = error.message.split('\n');
    return { ...nothing, unreadable: reason.replaceAll(path, 'the file') };
  } finally {
    connection.closeSync();
    instance.closeSync();
    await spill.remove();
  }
};

const nothing: OrderDays = { missing: [], accounts: new Map(), faults: [], faulty: 0 };

const named = (column: string): string => `"${column.replaceAll('"', '""')}"`;

const orderDays = async (connection: DuckDBConnection, path: string): Promise<OrderDays> => {
  const table = `read_parquet(${quoted(path)}, file_row_number = true)`;
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${table}`);
  const columns = new Map(described.getRows().map(([name]) => [String(name).toLowerCase(), String(name)]));
  const missing = needed.filter(name => !columns.has(name));
  if (missing.length > 0) return { ...nothing, missing };
  const column = (name: string, type: string): string => {
    const own = columns.get(name);
    return own === undefined ? `NULL::${type}` : `TRY_CAST(${named(own)} AS ${type})`;
  };
  await connection.run(`CREATE VIEW lines AS SELECT
    file_row_number AS line,
    trim(${column('account', 'VARCHAR')}) AS account,
    ${column('date', 'DATE')} AS day,
    trim(${column('date', 'VARCHAR')}) AS written,
    ${column('amount', 'DECIMAL(18, 4)')} AS amount,
    nullif(trim(${column('order', 'VARCHAR')}), '') AS id
    FROM ${table}`);
  return { missing: [], accounts: await accountsOf(connection), ...(await faultsOf(connection)) };
};

const isFault = "account IS NULL OR account = '' OR day IS NULL";

const faultsOf = async (connection: DuckDBConnection): Promise<Pick<OrderDays, 'faults' | 'faulty'>> => {
  const counted = await connection.runAndReadAll(`SELECT count(*) FROM lines WHERE ${isFault}`);
  const first = await connection.runAndReadAll(
    `SELECT line, coalesce(account, '') = '', coalesce(written, '') FROM lines WHERE ${isFault} ORDER BY line LIMIT ${mostFaults}`,
  );
  return {
    faulty: Number(counted.getRows()[0]?.[0] ?? 0),
    faults: first.getRows().map(([line, isNameless, written]) => ({
      row: Number(line),
      column: isNameless === true ? 'account' : 'date',
      text: isNameless === true ? '' : String(written),
    })),
  };
};

/** Lines of one order and day are one order; a line without an id is one by itself. */
const aggregation = `SELECT account, date_diff('day', DATE '1970-01-01', day), min(line),
  count(DISTINCT id) + count(*) FILTER (WHERE id IS NULL),
  CASE WHEN count(amount) = count(*) THEN sum(amount)::DOUBLE END
  FROM lines WHERE NOT (${isFault}) GROUP BY account, day ORDER BY account, day`;

const accountsOf = async (connection: DuckDBConnection): Promise<ReadonlyMap<string, OrderDaysOfAccount>> => {
  const accounts = new Map<string, OrderDaysOfAccount>();
  const result = await connection.stream(aggregation);
  let account: string | undefined;
  let own = noDays();
  const close = (): void => {
    if (account !== undefined) accounts.set(account, arraysOf(own));
    own = noDays();
  };
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const [names = [], days = [], lines = [], begins = [], amounts = []] = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row += 1) {
      if (names[row] !== account) close();
      account = String(names[row]);
      own.days.push(Number(days[row]));
      own.rows.push(Number(lines[row]));
      own.begins.push(Number(begins[row]));
      own.amounts.push(amounts[row] === null ? Number.NaN : Number(amounts[row]));
    }
  }
  close();
  return accounts;
};

type Days = Readonly<Record<keyof OrderDaysOfAccount, number[]>>;
const noDays = (): Days => ({ days: [], rows: [], begins: [], amounts: [] });

const arraysOf = ({ days, rows, begins, amounts }: Days): OrderDaysOfAccount => ({
  days: Int32Array.from(days),
  rows: Float64Array.from(rows),
  begins: Uint32Array.from(begins),
  amounts: Float64Array.from(amounts),
});
