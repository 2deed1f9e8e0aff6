// A click, Enter or the space bar on a figure opens its card: formula, inputs, places in the files. The cards are packed
// into the page; without this script the page reads as it prints.
const dialog = document.querySelector('dialog.card');
const packed = document.getElementById('cards');

if (dialog && packed && 'DecompressionStream' in window) {
  const part = name => dialog.querySelector(`[data-part="${name}"]`);
  const trail = [];
  let cards;

  const unpack = async () => {
    const bytes = Uint8Array.from(atob(packed.textContent.trim()), character => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(await new Response(stream).text());
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

  const figureItem = id => {
    const [name, value] = cards[id];
    const item = element('li');
    const button = element('button', undefined, 'figure-input');
    button.type = 'button';
    button.append(element('span', name), element('b', value));
    button.addEventListener('click', () => show([id]));
    item.append(button);
    return item;
  };

  const inputItem = input => {
    if (typeof input === 'string') return cards[input] ? figureItem(input) : element('li', input);
    const [place, text] = input;
    const item = element('li', undefined, 'place');
    item.append(element('code', place), element('span', text));
    return item;
  };

  const paragraphs = texts => texts.map(text => element('p', text));

  const draw = ids => {
    const [id] = ids;
    const [name, value, method, formula, notes, inputs, more] =
      ids.length === 1 ? cards[id] : [dialog.dataset.several, '', '', [], [], ids, ''];
    part('name').textContent = name;
    part('value').textContent = value;
    part('id').textContent = ids.length === 1 ? id : '';
    fill('method', method === '' ? [] : [element('span', method)]);
    fill('formula', paragraphs(formula));
    fill('notes', paragraphs(notes));
    fill('inputs', [...inputs.map(inputItem), ...(more === '' ? [] : [element('li', more)])]);
    part('back').hidden = trail.length < 2;
    part('name').focus();
  };

  const show = ids => {
    trail.push(ids);
    draw(ids);
  };

  const open = async target => {
    cards ??= await unpack();
    const ids = target.dataset.figure.split(' ').filter(id => cards[id]);
    if (ids.length === 0) return;
    trail.length = 0;
    dialog.showModal();
    show(ids);
  };

  // The contents only repeat what the sections say.
  for (const target of document.querySelectorAll('[data-figure]:not(.contents *)')) {
    target.tabIndex = 0;
    target.setAttribute('role', 'button');
    target.setAttribute('aria-haspopup', 'dialog');
    target.addEventListener('click', () => open(target));
    target.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open(target);
    });
  }
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
