// Prints the finished pages that it is given through jsreport, as many at a time as there are cores, and says the seconds.
import { readFileSync } from 'node:fs';
import chromePdf from '@jsreport/jsreport-chrome-pdf';
import jsreport from '@jsreport/jsreport-core';
import handlebars from '@jsreport/jsreport-handlebars';

const { pages, executable, args, tabs } = JSON.parse(readFileSync(0, 'utf8'));
const server = jsreport({
  loadConfig: false,
  logger: { silent: true },
  trustUserCode: true,
  reportTimeout: 600_000,
  workers: { numberOfWorkers: tabs },
  store: { provider: 'memory' },
  extensions: {
    'chrome-pdf': {
      strategy: 'chrome-pool',
      numberOfWorkers: tabs,
      launchOptions: { executablePath: executable, headless: 'shell', args },
    },
  },
});
server.use(handlebars());
server.use(chromePdf());
await server.init();
const print = html =>
  server.render({
    template: {
      content: '{{{html}}}',
      engine: 'handlebars',
      recipe: 'chrome-pdf',
      chrome: { printBackground: true, format: 'A4', mediaType: 'print' },
    },
    data: { html },
  });
// The pool starts its browsers with the first pages: not counted.
await Promise.all(Array.from({ length: tabs }, () => print('<p>warm</p>')));
const waiting = [...pages];
const start = performance.now();
await Promise.all(
  Array.from({ length: tabs }, async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const { content } = await print(readFileSync(path, 'utf8'));
      if (content.subarray(0, 5).toString() !== '%PDF-') throw new Error(`No PDF of ${path}`);
    }
  }),
);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - start) / 1000 }));
await server.close();
process.exit(0);
