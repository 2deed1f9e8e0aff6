// Who points at a chart, touches it or goes through it with the arrow keys reads the row of its data that is drawn there, as
// the table behind it says it. A click or Enter opens the card of the row. Without this script there is the table.
await globalThis.rowsInPlace;

const near = 18;
const most = 10;
const { keys } = document.body.dataset;

const make = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
};

const tip = make('div', undefined, 'tip');
tip.hidden = true;
const said = make('p', undefined, 'hidden');
said.setAttribute('role', 'status');
const help = make('p', keys, 'hidden');
help.id = 'chart-keys';
document.querySelector('main').append(help, said, tip);

const frame = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
frame.setAttribute('class', 'tip-frame');
let shown;
/** Puts the tip in its place again, where keys asked for it: it stays while the page scrolls to what has the focus. */
let follow;

const hide = () => {
  shown = undefined;
  follow = undefined;
  tip.hidden = true;
  frame.remove();
};

const textOf = cell => cell.textContent.replace(/\s+/g, ' ').trim();

/** Name and values of a row, as its table prints them. */
const readRow = (heads, row) => {
  const cells = [...row.cells];
  const head = cells.find(cell => cell.nodeName === 'TH') ?? cells[0];
  const values = cells
    .map((cell, column) => [textOf(heads[column]), textOf(cell), cell])
    .filter(([title, value, cell]) => cell !== head && title !== '' && value !== '' && value !== '–');
  return { name: textOf(head), values: values.slice(0, most) };
};

const figuresOf = row => {
  const own = [...row.querySelectorAll('td [data-figure]')].flatMap(({ dataset }) =>
    dataset.figure.split(' '),
  );
  return own.length > 0 ? [...new Set(own)] : (row.dataset.figure?.split(' ') ?? []);
};

const prepare = (picture, table) => {
  const box = picture.parentElement;
  const heads = [...table.tHead.rows].at(-1).cells;
  // Of a long series the table lists a part, whose rows then say which ones they are.
  const rows = [];
  for (const [index, row] of [...table.tBodies[0].rows].entries()) rows[row.dataset.of ?? index] = row;
  const marks = picture.dataset.marks
    .split(',')
    .map(mark => mark.split(' ').map(Number))
    .filter(([row]) => rows[row])
    .map(([row, x, y, width, height]) => ({ row, x, y, width, height }));
  const order = [...new Set(marks.map(({ row }) => row))].sort((a, b) => a - b);
  let current = -1;

  const scale = () => picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;

  const show = mark => {
    if (shown === mark) return;
    shown = mark;
    follow = undefined;
    const { name, values } = readRow(heads, rows[mark.row]);
    const list = make('dl');
    for (const [title, value] of values) list.append(make('dt', title), make('dd', value));
    tip.replaceChildren(make('b', name), list);
    tip.hidden = false;
    for (const [key, value] of Object.entries({
      x: mark.x - 2,
      y: mark.y - 2,
      width: mark.width + 4,
      height: mark.height + 4,
    }))
      frame.setAttribute(key, value);
    picture.append(frame);
    place(mark);
    return [name, ...values.map(([title, value]) => `${title} ${value}`)].join('; ');
  };

  /** Below the mark, above it where there is no room, and always within the window. */
  const place = mark => {
    const at = picture.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const middle = at.left + (mark.x + mark.width / 2) * scale();
    const [top, bottom] = [mark.y, mark.y + mark.height].map(y => at.top + y * scale());
    const room = document.documentElement.clientWidth - size.width - 8;
    tip.style.left = `${Math.max(8, Math.min(room, middle - size.width / 2))}px`;
    tip.style.top = `${bottom + 10 + size.height < innerHeight ? bottom + 10 : Math.max(8, top - 10 - size.height)}px`;
  };

  /** The mark under the pointer, or the nearest one within reach; the smaller one of two. */
  const markAt = ({ clientX, clientY }) => {
    const at = picture.getBoundingClientRect();
    const [x, y] = [(clientX - at.left) / scale(), (clientY - at.top) / scale()];
    const reach = near / scale();
    const [best] = marks
      .map(mark => ({
        mark,
        far: Math.hypot(
          Math.max(mark.x - x, 0, x - mark.x - mark.width),
          Math.max(mark.y - y, 0, y - mark.y - mark.height),
        ),
      }))
      .filter(({ far }) => far <= reach)
      .sort((a, b) => a.far - b.far || a.mark.width * a.mark.height - b.mark.width * b.mark.height);
    return best?.mark;
  };

  const ask = row => {
    const detail = figuresOf(rows[row]);
    if (detail.length > 0) document.dispatchEvent(new CustomEvent('explain', { detail }));
  };

  const go = step => {
    current = Math.max(0, Math.min(order.length - 1, current + step));
    const mark = marks.find(({ row }) => row === order[current]);
    box.scrollTo({ left: (mark.x + mark.width / 2) * scale() - box.clientWidth / 2 });
    shown = undefined;
    said.textContent = show(mark);
    follow = () => place(mark);
  };

  picture.addEventListener('pointermove', event => {
    if (event.pointerType === 'touch') return;
    const mark = markAt(event);
    if (mark) show(mark);
    else hide();
  });
  picture.addEventListener('pointerleave', event => {
    if (event.pointerType !== 'touch') hide();
  });
  picture.addEventListener('click', event => {
    const mark = markAt(event);
    if (!mark) return hide();
    // A finger has nothing to hover with: its first touch shows the values, the second one asks.
    if (event.pointerType !== 'touch' || shown === mark) ask(mark.row);
    show(mark);
  });
  box.setAttribute('aria-describedby', help.id);
  box.addEventListener('keydown', event => {
    const steps = {
      ArrowRight: 1,
      ArrowDown: 1,
      ArrowLeft: -1,
      ArrowUp: -1,
      Home: -order.length,
      End: order.length,
    };
    if (steps[event.key] !== undefined) go(steps[event.key]);
    else if (event.key === 'Escape') hide();
    else if ((event.key === 'Enter' || event.key === ' ') && current >= 0) ask(order[current]);
    else return;
    event.preventDefault();
  });
  box.addEventListener('blur', hide);
};

for (const picture of document.querySelectorAll('svg[data-marks]')) {
  const table = picture.parentElement.parentElement.querySelector('.behind table');
  if (table) prepare(picture, table);
}
addEventListener('scroll', () => (follow ?? hide)(), { passive: true });
document.addEventListener('pointerdown', event => {
  if (!event.target.closest('svg[data-marks]')) hide();
});
