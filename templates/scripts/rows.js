// Long tables behind charts carry their later rows packed (see src/render/pack-rows.ts). They are put back first of all: the
// other scripts of the page wait for it. Without this script the page says how many rows are missing.
const unpack = async packed => {
  const bytes = Uint8Array.from(atob(packed.textContent), character => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const rows = await new Response(stream).text();
  const box = packed.parentElement;
  // Markup of the page itself, made and escaped with the rest of it.
  box.querySelector('tbody').insertAdjacentHTML('beforeend', rows);
  box.querySelector('p.rest').remove();
  packed.remove();
};

globalThis.rowsInPlace =
  'DecompressionStream' in globalThis
    ? Promise.all(Array.from(document.querySelectorAll('script.rest'), unpack))
    : Promise.resolve();
