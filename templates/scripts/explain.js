// A click, Enter or the space bar on a figure opens its card: formula, inputs, places in the files. A row of a table has a
// card, too, for its cells that show no figure of their own. The cards are packed into the page, column by column (see
// src/render/pack.ts); without this script the page reads as it prints.
await globalThis.rowsInPlace;

const dialog = document.querySelector('dialog.card');
const packed = document.getElementById('cards');

if (dialog && packed && 'DecompressionStream' in window) {
  const part = name => dialog.querySelector(`[data-part="${name}"]`);
  const trail = [];
  let cards;

  const summed = differences => {
    let sum = 0;
    return differences.map(difference => (sum += difference));
  };

  const unpack = async text => {
    const bytes = Uint8Array.from(atob(text.trim()), character => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const [
      ids,
      names,
      values,
      methods,
      formulas,
      notes,
      said,
      inputs,
      more,
      files,
      fileOf,
      lines,
      columns,
      texts,
    ] = JSON.parse(await new Response(stream).text());
    const lineOf = summed(lines);
    const place = number => ({
      place: lineOf[number]
        ? `${files[fileOf[number]]}:${lineOf[number]}:${columns[number]}`
        : files[fileOf[number]],
      text: texts[number],
    });
    return ids.map((id, number) => ({
      id,
      name: names[number],
      value: values[number],
      method: methods[number],
      formula: formulas[number].map(line => said[line]),
      notes: notes[number].map(line => said[line]),
      inputs: () =>
        summed(inputs[number]).map(input => (input < ids.length ? input : place(input - ids.length))),
      more: more[number],
    }));
  };

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className !== undefined) made.className = className;
    return made;
  };

  const fill = (name, children) => {
    part(name).replaceChildren(...children);
    const box = part(name).closest('[data-box]');
    if (box) box.hidden = children.length === 0;
  };

  const figureItem = number => {
    const { name, value } = cards[number];
    const item = element('li');
    const button = element('button', undefined, 'figure-input');
    button.type = 'button';
    button.append(element('span', name), element('b', value));
    button.addEventListener('click', () => show([number]));
    item.append(button);
    return item;
  };

  const placeItem = ({ place, text }) => {
    const item = element('li', undefined, 'place');
    item.append(element('code', place), element('span', text));
    return item;
  };

  const paragraphs = texts => texts.map(text => element('p', text));

  const several = numbers => ({
    id: '',
    name: dialog.dataset.several,
    value: '',
    method: '',
    formula: [],
    notes: [],
    inputs: () => numbers,
    more: '',
  });

  const draw = numbers => {
    const { id, name, value, method, formula, notes, inputs, more } =
      numbers.length === 1 ? cards[numbers[0]] : several(numbers);
    part('name').textContent = name;
    part('value').textContent = value;
    part('id').textContent = id;
    fill('method', method === '' ? [] : [element('span', method)]);
    fill('formula', paragraphs(formula));
    fill('notes', paragraphs(notes));
    const items = inputs().map(input => (typeof input === 'number' ? figureItem(input) : placeItem(input)));
    fill('inputs', [...items, ...(more === '' ? [] : [element('li', more)])]);
    part('back').hidden = trail.length < 2;
    dialog.scrollTop = 0;
    part('name').focus();
  };

  const show = numbers => {
    trail.push(numbers);
    draw(numbers);
  };

  const open = async marks => {
    // A preview has the page before its cards, and gives those of now each time.
    const text = packed.textContent || (await globalThis.askForCards?.());
    if (!text) return;
    if (!packed.textContent || !cards) cards = await unpack(text);
    trail.length = 0;
    dialog.showModal();
    show(marks.map(Number));
  };

  /** Makes what is marked a button; for a row that is what its head says. */
  const makeButton = marked => {
    let button = marked;
    if (marked.nodeName === 'TR') {
      const head = marked.querySelector('th');
      if (!head || head.querySelector('[data-figure]')) return;
      button = element('span');
      button.dataset.figure = marked.dataset.figure;
      button.append(...[...head.childNodes].filter(node => node.nodeName !== 'SMALL'));
      head.prepend(button);
    }
    button.tabIndex = 0;
    button.setAttribute('role', 'button');
    button.setAttribute('aria-haspopup', 'dialog');
  };

  const marked = target => (target.closest('a, input, button') ? null : target.closest('main [data-figure]'));

  // The contents only repeat what the sections say.
  for (const repeated of document.querySelectorAll('.contents [data-figure]')) delete repeated.dataset.figure;
  for (const target of document.querySelectorAll('main [data-figure]')) makeButton(target);
  document.addEventListener('click', event => {
    const target = marked(event.target);
    // Who marks a text to copy it asks for nothing.
    if (target && String(getSelection()) === '') open(target.dataset.figure.split(' '));
  });
  document.addEventListener('keydown', event => {
    if ((event.key !== 'Enter' && event.key !== ' ') || event.target.getAttribute?.('role') !== 'button')
      return;
    const target = marked(event.target);
    if (!target) return;
    event.preventDefault();
    open(target.dataset.figure.split(' '));
  });
  // The marks of a chart ask for the cards of their row.
  document.addEventListener('explain', ({ detail }) => open(detail));
  part('back').addEventListener('click', () => {
    trail.pop();
    draw(trail.at(-1));
  });
  part('close').addEventListener('click', () => dialog.close());
  // Outside the card, on the backdrop.
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });
}
