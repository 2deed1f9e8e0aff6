import type { ProgramName } from '../src/model/program.ts';

export const criteria = ['volume', 'potential', 'sustainability', 'fit', 'strategic', 'cost'];
export const sectors = ['Agua', 'Acero', 'Papel', 'Agricultura', 'Minería'];

const points = {
  keySet: { threshold: 6, places: 40 },
  criteria: criteria.map((id, index) => ({
    id,
    name: id,
    weight: 10 + index,
    ...(index === 0 ? { derive: { by: 'percentile', measure: 'revenue' } } : {}),
  })),
};

const industries = {
  id: 'industry',
  name: 'Sector',
  segments: sectors.map((sector, index) => ({
    id: `s${index}`,
    name: sector,
    when: [{ field: 'industry', is: sector }],
  })),
};

const values = {
  id: 'value',
  name: 'Valor',
  segments: [
    {
      id: 'high',
      name: 'Alto',
      when: [
        { field: 'revenue', atLeast: 100000 },
        { field: 'score', atLeast: 5 },
      ],
    },
    { id: 'rest', name: 'Resto', when: [{ field: 'revenue', atLeast: 0 }] },
  ],
};

/** The files of the programme that belong to the portfolio; the others are those of the example. */
export const ownProgram: Readonly<Partial<Record<ProgramName, unknown>>> = {
  scoring: points,
  segments: { schemes: [industries, values] },
};
