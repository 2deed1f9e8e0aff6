import type { Diagnostic } from '../src/model/diagnostic.ts';
import type { Span } from '../src/model/source.ts';
import * as say from '../src/workspace/catalogue.ts';

const at = (file: string, line: number, column: number): Span => ({ file, line, column, length: 1 });
const account = at('data/accounts/aceros-norte.yaml', 7, 13);
const settings = at('data/workspace.yaml', 5, 1);
const brand = at('data/brand/brand.yaml', 4, 9);
const orders = at('data/orders.csv', 12, 1);
const scoring = at('data/program/scoring.yaml', 9, 5);

/** Made by the constructors that commands use, so that the words of the guide are theirs. In the order of the guide. */
export const workspaceExamples: readonly Diagnostic[] = [
  say.yamlSyntax(account, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings'),
  say.duplicateKey(account, 'industry'),
  say.unsupportedYaml(account, 'a tag'),
  say.forbiddenKey(account, '__proto__'),
  say.impreciseNumber(account, '12345678901234567890'),
  say.controlCharacter(account, 0x200b),
  say.tooLarge(account, 6_000_000, 5_000_000),
  say.tooDeep(account, 50),
  say.tooManyAliases(account, 100),
  say.emptyFile(account),
  say.missingFile('data/workspace.yaml'),
  say.unreadableFile('data/products.yaml'),
  say.unknownFile('data/product.yaml', 'data/products.yaml', []),
  say.badFileName('data/accounts/Aceros Norte.yaml', 'Aceros Norte', 'aceros-norte'),
  say.unknownKey(account, 'revenu', 'revenue', []),
  say.missingKey(account, 'name', 'a text'),
  say.wrongType(account, 'a number', 'the text "1.200 €"', undefined),
  say.outOfRange(account, 'This number must be at most 1; 30 is more.', undefined),
  say.unknownValue(account, '"activ"', 'active', ['active', 'prospect', 'lost']),
  say.badFormat(account, '"30/09/2026"', 'a date is written like 2026-09-30', undefined),
  say.missingLanguage(account, ['en'], { texts: 2, files: 1 }),
  say.unreadableColour(brand, {
    name: 'accent',
    side: 'light',
    colour: '#FFD54A',
    against: 'paper',
    kind: 'contrast',
    measured: 1.42,
    needed: 4.5,
    suggestion: '#8A6D00',
  }),
  say.unfitLogo(brand, { cause: 'text', what: 'text', line: 1, column: 1 }),
  say.missingBrandFile(brand, 'data/brand/logo.svg', undefined),
  say.unfitFace(brand, { cause: 'variable', what: '' }),
  say.unknownReference(account, 'person', 'ana-lopes', 'ana-lopez'),
  say.uncheckedReference(
    account,
    'Products are named (4 times), but there is no data/products.yaml to check them against.',
  ),
  say.duplicateId(account, 'renovar-contrato'),
  say.ownershipCycle(account, ['aceros-norte', 'aceros-sur', 'aceros-norte']),
  say.offScale(account, 7, { min: 1, max: 5 }),
  say.noWeight(scoring),
  say.emptyScale(scoring, 'The scale ends at 5 but starts at 5.'),
  say.derivedCriterionRated(account, 'revenue'),
  say.missingRate(account, 'USD', 'EUR', ['2026-Q2', '2026-Q3']),
  say.wrongOrder(account, 'end', '2025-01-31', 'start', '2026-02-01'),
  say.missingDate(account, 'A lost account needs the date of its loss', ['Add "lost: { date: … }".']),
  say.endedUndecided(account, 'suministro-2025', '2026-06-30'),
  say.futureActual(account, 'revenue', '2026-Q4', '2026-Q3'),
  say.futureDate(account, '2027-01-15', '2026-09-30'),
  say.brokenPath(at('data/program/adoption.yaml', 8, 5), 'C', 'B'),
  say.quoteNotFound(at('data/program/commitment.yaml', 14, 9), 'customers come first', 'en'),
  say.noHistory(settings, '2026-Q3'),
  say.costRewarded(scoring),
  say.percentAsShare(account, 'share', 25),
  say.thousandsSeparator(account, '1.500'),
  say.ordersDisagree(account, [{ period: '2026-Q3', stated: 14, counted: 9 }]),
  say.duplicateCell(account, 'cal-viva'),
  say.sharedPotential(account, 3),
  say.moreThanAll(account, 'promoters', 14, 'answers', 12),
  say.unusedRate(settings, 'EUR'),
  say.missingQuarters(account, ['2026-Q1']),
  say.implausibleAmount(
    account,
    '"margin" is greater than revenue',
    ['2026-Q2'],
    'Correct one of the two: the margin is what is left of the revenue.',
  ),
  say.implausibleMagnitude(account, 'revenue', 480_000, '480', 0),
  say.implausibleRate(settings, 'USD', 1.09, '2026-Q2', 0.92),
  say.duplicateEntry(account, 'contacts', 0),
  say.duplicateName(account, 'Aceros Norte, S.L.', 'aceros-norte-2'),
  say.unknownOrderAccount(orders, 'aceros-nort', 4, 'aceros-norte'),
];
