import { diagnosticsText } from '../diagnostics-text.ts';
import type { Reporter } from './report.ts';

/** For a person at a terminal: code frames and a summary. */
export const pretty: Reporter = ({ diagnostics, sources, colours }) =>
  diagnosticsText(diagnostics, sources, colours);
