import type { Diagnostic } from '../src/model/diagnostic.ts';
import type { Span } from '../src/model/source.ts';
import * as say from '../src/redaction/diagnostics.ts';

const at = (line: number, column: number): Span => ({
  file: 'data/audiences.yaml',
  line,
  column,
  length: 7,
});

/** Made by the constructors of redacted editions. */
export const redactionExamples: readonly Diagnostic[] = [
  say.unknownField(at(5, 12), 'margin', 'margins'),
  say.neededField(at(5, 12), 'account.contracts.start', ['contracts.start']),
  say.unknownId(at(7, 7), 'account', 'aceros-nort', 'aceros-norte'),
  say.fewCodes(at(4, 13), 32, 2),
  say.notKept(at(6, 12), 'portfolio.segments.profit', 'fewer than 5 accounts stand behind it'),
  say.freeText({ file: 'data/accounts/aceros-norte.yaml', line: 12, column: 9, length: 0 }, 214, 31),
  say.likelyName(
    { file: 'data/accounts/aceros-norte.yaml', line: 48, column: 9, length: 0 },
    'Aceros',
    'C-4071',
    2,
  ),
  say.nameLeft('account-plan/c-4071.en-GB', 'C-4071'),
];
