// Marks in the contents the section that is being read, and closes their menu once a section was chosen from it.
const contents = document.getElementById('menu');

if (contents) {
  const entries = [...contents.querySelectorAll('a')].map(link => ({
    link,
    section: document.getElementById(link.hash.slice(1)),
  }));
  let current;
  let waiting = false;

  const mark = () => {
    waiting = false;
    const line = innerHeight * 0.35;
    const read = entries.findLast(({ section }) => section.getBoundingClientRect().top <= line);
    if (read === current) return;
    current?.link.removeAttribute('aria-current');
    read?.link.setAttribute('aria-current', 'location');
    current = read;
    if (!read) return;
    // Keeps the entry in sight without moving the page.
    const { top, bottom } = read.link.getBoundingClientRect();
    const box = contents.getBoundingClientRect();
    if (top < box.top || bottom > box.bottom) contents.scrollTop += top - box.top - box.height / 2;
  };

  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(mark);
    },
    { passive: true },
  );
  contents.addEventListener('click', event => {
    if (event.target.closest('a') && contents.matches(':popover-open')) contents.hidePopover();
  });
  mark();
}
