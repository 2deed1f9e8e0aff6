// Tables sort by a click on the head of a column, again for the reverse, a third time for the order of the document; long
// ones get a field that filters their rows. Totals stay where they are. Without this script tables read as they print.
await globalThis.rowsInPlace;

const language = document.documentElement.lang;
const { filter: filterLabel, shown: shownLabel } = document.body.dataset;
const rowsToFilter = 12;

const separators = new Intl.NumberFormat(language).formatToParts(-12345.6);
const separator = type => separators.find(part => part.type === type)?.value ?? '';
const [group, decimal] = [separator('group'), separator('decimal')];
const months = new Map(
  Array.from({ length: 12 }, (_, month) => [
    new Intl.DateTimeFormat(language, { month: 'short' }).format(new Date(2024, month, 15)).replace('.', ''),
    month + 1,
  ]),
);

const numberIn = text => {
  const bare = text.replaceAll(group, '').replace(decimal, '.').replace('\u2212', '-');
  const [, digits] = /^[+]?(-?\d+(?:\.\d+)?)[\s\u00a0%*]*$/.exec(bare) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

const dayFirst = /^(?<day>\d{1,2})\s(?<name>\p{L}+)\.?\s(?<year>\d{4})$/u;
const monthFirst = /^(?<name>\p{L}+)\.?\s(?<day>\d{1,2}),\s(?<year>\d{4})$/u;

/** 15 nov 2026 and Nov 15, 2026 → 20261115; T3 2026 → 20263. */
const dateIn = text => {
  const bare = text.replaceAll('\u00a0', ' ');
  const { day, name, year } = (dayFirst.exec(bare) ?? monthFirst.exec(bare))?.groups ?? {};
  const month = months.get(name);
  if (month !== undefined) return Number(year) * 10000 + month * 100 + Number(day);
  const [, quarter, of] = /^[TQ](\d)\s(\d{4})$/.exec(bare) ?? [];
  return of === undefined ? undefined : Number(of) * 10 + Number(quarter);
};

const isMissing = text => text === '' || text === '–' || text === '\u00a0';

/** The text of a cell without what stands below it in small print. */
const textOf = cell => {
  const [first] = [...cell.childNodes].filter(
    node => node.nodeName !== 'SMALL' && node.textContent.trim() !== '',
  );
  return (first?.textContent ?? '').trim();
};

const compare = (a, b) => {
  if (isMissing(a) || isMissing(b)) return 0;
  for (const read of [numberIn, dateIn]) {
    const [one, other] = [read(a), read(b)];
    if (one !== undefined && other !== undefined) return one - other;
  }
  return a.localeCompare(b, language, { numeric: true });
};

const makeSortable = (table, rows) => {
  const body = rows[0].parentElement;
  const after = rows.at(-1).nextElementSibling;
  const heads = [...table.tHead.rows].at(-1).cells;
  const place = sorted => {
    for (const row of sorted) body.insertBefore(row, after);
  };
  for (const [column, head] of [...heads].entries()) {
    if (head.nodeName !== 'TH') continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const order = head.getAttribute('aria-sort');
      for (const other of heads) other.removeAttribute('aria-sort');
      if (order === 'descending') return place(rows);
      const turn = order === 'ascending' ? -1 : 1;
      head.setAttribute('aria-sort', turn === 1 ? 'ascending' : 'descending');
      const keyed = rows.map(row => ({ row, text: textOf(row.cells[column]) }));
      // What is missing stands last either way.
      place(
        keyed
          .sort((a, b) => isMissing(a.text) - isMissing(b.text) || turn * compare(a.text, b.text))
          .map(({ row }) => row),
      );
    });
  }
};

const makeFilterable = (table, rows) => {
  const label = document.createElement('label');
  label.className = 'filter';
  const field = document.createElement('input');
  field.type = 'search';
  const count = document.createElement('output');
  label.append(filterLabel, field, count);
  table.parentElement.before(label);
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLocaleLowerCase(language);
    for (const row of rows) row.hidden = !row.textContent.toLocaleLowerCase(language).includes(wanted);
    const shown = rows.filter(row => !row.hidden).length;
    count.value = wanted === '' ? '' : shownLabel.replace('{n}', shown).replace('{of}', rows.length);
  });
};

for (const table of document.querySelectorAll('table.data')) {
  const rows = [...table.querySelectorAll('tbody > tr:not(.total)')];
  if (rows.length < 3 || table.querySelector('tr.group')) continue;
  makeSortable(table, rows);
  if (rows.length >= rowsToFilter) makeFilterable(table, rows);
}
