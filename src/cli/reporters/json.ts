import { printableJson } from '../printable.ts';
import type { Reporter } from './report.ts';

/** For editors and other programs: the diagnostics as they are. */
export const json: Reporter = ({ diagnostics }) => printableJson({ diagnostics });
