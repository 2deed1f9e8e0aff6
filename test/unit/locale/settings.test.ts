import { expect, test } from 'vitest';
import { createLocale, type Locale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { settingName, settingValue } from '../../../src/locale/settings.ts';
import type { Assumption } from '../../../src/model/figure.ts';
import { isWorkedOut } from '../../../src/model/worked-out.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { analysis, workspace } from '../example/example.ts';

const names = createNames(workspace);
const readersFor = async (language: string, tag: string) => {
  const { value } = await loadMessages(createFiles(packageRoot), language);
  if (value === undefined) throw new Error(`no texts for ${language}`);
  return { locale: createLocale(tag, value), names, currency: 'EUR' };
};
const spanish = await readersFor('es', 'es-ES');
const english = await readersFor('en', 'en-GB');

const assumed = [...analysis.figures.values()]
  .flatMap(({ assumptions = [] }) => assumptions)
  .filter(({ name }) => !isWorkedOut(name));

test('every setting that a figure used has a name in every language', () => {
  const nameless = (readers: {
    readonly locale: Locale;
    readonly names: typeof names;
    readonly currency: string;
  }) =>
    [...new Set(assumed.map(({ name }) => name))].filter(name => settingName(name, readers) === undefined);
  expect(nameless(spanish)).toEqual([]);
  expect(nameless(english)).toEqual([]);
});

const shown = (assumption: Assumption): readonly string[] =>
  [spanish, english].map(
    readers => `${settingName(assumption.name, readers)}: ${settingValue(assumption, readers)}`,
  );

test.each<[Assumption, string, string]>([
  [{ name: 'commitment.breadthCut', value: 0.3 }, 'Corte de amplitud: 30\u00a0%', 'Cut-off of breadth: 30%'],
  [
    { name: 'relationship.warnings.silence', value: 45 },
    'Aviso por silencio, más de: 45\u00a0días',
    'Warning for silence, more than: 45\u00a0days',
  ],
  [
    { name: 'rationalisation.below.contribution', value: 150_000 },
    'Contribución por debajo de la cual es poca: 150.000\u00a0€',
    'Contribution below which it is little: €150,000',
  ],
  [
    { name: 'lifetime.cuts.profit', value: 'median' },
    'Corte de beneficio: la mediana',
    'Cut-off of profit: the median',
  ],
  [
    { name: 'kpis.countLostDealContacts', value: 'false' },
    'Cuentan los contactos de ofertas perdidas: no',
    'Contacts on lost deals count: no',
  ],
  [
    { name: 'relationship.roleCadence', value: 'champion: 60' },
    'Días entre contactos, por papel: Promotor interno, 60\u00a0días',
    'Days between contacts, by role: Champion, 60\u00a0days',
  ],
  [
    { name: 'scoring.criteria.volume.weight', value: 20 },
    'Peso del criterio Volumen de ingresos: 20',
    'Weight of the criterion Revenue volume: 20',
  ],
  [{ name: 'phase.staleAfter', value: 2 }, 'undefined: 2', 'undefined: 2'],
])('%o prints with its unit, in the reader’s language', (assumption, es, en) => {
  expect(shown(assumption)).toEqual([es, en]);
});
