import { z } from 'zod';

const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });

/** Whether ISO 4217 has such a currency, or had it: amounts of the past may be in one that is gone. By the tables of CLDR. */
const isKnown = (code: string): boolean => names.of(code) !== undefined;

/** Those of today, to find the one that was meant. */
export const currenciesOfToday = (): readonly string[] => Intl.supportedValuesOf('currency');

const form = /^[A-Z]{3}$/;

export const currencySchema = z
  .string()
  .regex(form, 'a currency is its ISO 4217 code, for example EUR')
  .refine(
    code => !form.test(code) || isKnown(code),
    'a currency is a code that ISO 4217 has, for example EUR',
  )
  .describe('ISO 4217 currency code')
  .meta({ examples: ['EUR'] });
