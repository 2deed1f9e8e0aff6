import type { BrowserReport } from '../platform/browser.ts';
import { NoBrowserError } from '../platform/browser-choice.ts';
import { createBrowserPrinter } from '../platform/printer.ts';
import type { Checkup } from './doctor-text.ts';

const subject = 'Browser';
const otherBrowser = 'Name another one in the variable CUENTAS_BROWSER.';

/** Prints a page: a browser that starts may still be unable to. */
export const checkBrowser = async (): Promise<Checkup> => {
  const printer = createBrowserPrinter({}, { info() {}, warn() {}, progress() {} });
  try {
    const report = await printer.report();
    const pdf = await printer.pdf('<!doctype html><title>t</title><p>t', { title: 't', language: 'en' });
    return Buffer.from(pdf.subarray(0, 5)).toString('latin1') === '%PDF-'
      ? working(report)
      : { subject, state: 'fail', found: `${report.version} prints no PDF`, mend: otherBrowser };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const mend = error instanceof NoBrowserError ? error.hints.join(' ') : otherBrowser;
    return { subject, state: 'fail', found, mend };
  } finally {
    await printer.close();
  }
};

const working = ({ version, origin, libraries, sandbox, sandboxReason }: BrowserReport): Checkup => {
  const found = `${version} (${origin}, ${libraries} libraries)`;
  return sandbox === 'off'
    ? {
        subject,
        state: 'warn',
        found: `${found}, without its sandbox: ${sandboxReason ?? 'it is off'}`,
        mend: 'It prints all the same: pages bring all they show and may load nothing. Its sandbox needs a user other than root and user namespaces.',
      }
    : { subject, state: 'ok', found };
};
