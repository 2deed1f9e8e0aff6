// Follows the edits of a previewed page: loads it again where it stands, lays over it what is wrong. In front of this stands
// what the server says about the page, `preview`; see src/preview/served-page.ts.
const { version, pdf, texts, styles } = preview;
const place = `cuentas preview ${location.pathname}`;

// A page of its own inside of the page: no style of one reaches the other.
const host = document.createElement('div');
const shadow = host.attachShadow({ mode: 'open' });
const element = (name, text) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
};
const link = (text, href) => Object.assign(element('a', text), { href });

const bar = element('nav');
bar.setAttribute('aria-label', texts.bar);
bar.append(link(texts.start, '/'));
if (pdf) bar.append(Object.assign(link(texts.pdf, pdf), { target: '_blank', rel: 'noopener' }));
const status = element('p');
status.setAttribute('role', 'status');
bar.append(status);

const overlay = element('section');
overlay.setAttribute('role', 'alert');
overlay.setAttribute('aria-labelledby', 'title');
overlay.hidden = true;
shadow.append(element('style', styles), bar, overlay);
document.body.append(host);

overlay.addEventListener('click', event => {
  if (event.target.closest('button')) overlay.hidden = true;
});
addEventListener('keydown', event => {
  if (event.key !== 'Escape' || overlay.hidden) return;
  event.preventDefault();
  overlay.hidden = true;
});

// The page comes without what explains its figures: nothing where another version of it is on its way, or nobody answers.
globalThis.askForCards = async () => {
  const answer = await fetch(`/cards?page=${location.pathname}&version=${version}`).catch(() => undefined);
  return answer?.ok ? answer.text() : undefined;
};

// Where the reader is: the part of the page at the top of the window, the card that is open, what stands in fields.

/** The last thing with a name that begins above the upper edge; its distance to the edge stays when text before it grows. */
const anchor = () => {
  const above = [...document.querySelectorAll('main [id]')].filter(
    one => one.getClientRects().length > 0 && one.getBoundingClientRect().top <= 1,
  );
  const last = above.at(-1);
  return last && { id: last.id, top: last.getBoundingClientRect().top };
};
const controls = () => [...document.querySelectorAll('main input, main select')];
const folds = () => [...document.querySelectorAll('main details')];
const heads = () => [...document.querySelectorAll('main th:has(> button.sort)')];
const marks = () => [...document.querySelectorAll('main [data-figure]')];

let asked;
const note = event => {
  const mark = event.target.closest?.('main [data-figure]');
  if (mark) asked = mark;
};
addEventListener('click', note, true);
addEventListener('keydown', event => event.key !== 'Escape' && note(event), true);

const keep = () => {
  const card = document.querySelector('dialog.card[open]') ? marks().indexOf(asked) : -1;
  const kept = {
    x: scrollX,
    y: scrollY,
    anchor: anchor(),
    card,
    values: controls().map(({ value }) => value),
    open: folds().map(({ open }) => open),
    sorted: heads().map(head => head.getAttribute('aria-sort')),
  };
  sessionStorage.setItem(place, JSON.stringify(kept));
};

const toPlace = ({ x, y, anchor: at }) => {
  const target = at && document.getElementById(at.id);
  const top = target ? scrollY + target.getBoundingClientRect().top - at.top : y;
  scrollTo({ left: x, top, behavior: 'instant' });
};

const restore = kept => {
  for (const [index, control] of controls().entries()) {
    const value = kept.values[index];
    if (value === undefined || control.value === value) continue;
    control.value = value;
    control.dispatchEvent(new Event(control.nodeName === 'SELECT' ? 'change' : 'input'));
  }
  for (const [index, fold] of folds().entries()) fold.open = kept.open[index] ?? fold.open;
  for (const [index, head] of heads().entries()) {
    const clicks = ['descending', 'ascending'].indexOf(kept.sorted[index]) + 1;
    for (let click = 0; click < clicks; click += 1) head.querySelector('button.sort').click();
  }
  toPlace(kept);
  if (kept.card >= 0) marks()[kept.card]?.click();
};

const kept = sessionStorage.getItem(place);
if (kept) {
  sessionStorage.removeItem(place);
  history.scrollRestoration = 'manual';
  restore(JSON.parse(kept));
  // Faces that come late may move what was put in place.
  document.fonts.ready.then(() => toPlace(JSON.parse(kept)));
}

// A window that nobody sees neither follows nor holds one of the few connections that a browser has for a server.
let events;
const follow = () => {
  events?.close();
  if (document.hidden) return;
  events = new EventSource(`/events?page=${location.pathname}&version=${version}`);
  events.addEventListener('page', ({ data }) => {
    overlay.hidden = true;
    overlay.replaceChildren();
    if (data === version) return;
    events.close();
    keep();
    location.reload();
  });
  events.addEventListener('problems', ({ data }) => {
    overlay.innerHTML = JSON.parse(data);
    overlay.hidden = false;
  });
  events.addEventListener('open', () => {
    status.textContent = '';
  });
  events.addEventListener('error', () => {
    status.textContent = texts.offline;
    // A server that refused is not asked again by the browser itself.
    if (events.readyState === EventSource.CLOSED) setTimeout(follow, 1000);
  });
};
document.addEventListener('visibilitychange', follow);
addEventListener('pageshow', ({ persisted }) => persisted && follow());
follow();
