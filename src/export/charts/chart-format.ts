import { palettesOf } from '../../brand/palette.ts';
import type { Drawing } from '../../charts/chart.ts';
import { chartNamed } from '../../charts/index.ts';
import type { CellOptions } from '../../document/cells.ts';
import { type Subject, subjectsOf } from '../../document/subject.ts';
import type { Fonts } from '../../effects.ts';
import { sortBy } from '../../model/order.ts';
import { renderChart } from '../../render/vega.ts';
import type { ExportFile, ExportFormat, ExportSources } from '../format.ts';
import { standaloneSpec, titled } from './standalone-spec.ts';
import { sizeOf, standaloneSvg } from './standalone-svg.ts';

/** In CSS pixels: as wide as a chart beside the margin of a page. */
const width = 640;

/** The charts of the reports, each with its title: as SVG, as PNG and as a Vega-Lite specification with its data inside. */
export const chartFormat: ExportFormat = {
  names: sources => sortBy([...chartsOf(sources).keys()], name => name),
  files: async (sources, chosen, effects) => {
    const { locale, analysis } = sources;
    const { brand, settings } = analysis.scope.workspace;
    const palette = palettesOf(settings.brand).light;
    const ours = await effects.fonts();
    const fonts: Fonts = { ...ours, faces: [...(brand?.faces ?? []), ...ours.faces] };
    const family = settings.brand.type?.family;
    const files: ExportFile[] = [];
    for (const [name, asked] of chartsOf(sources)) {
      const drawing = chosen.has(name) ? draw(asked, sources) : undefined;
      if (drawing === undefined) continue;
      const spec = titled(drawing.spec, titleOf(asked, sources));
      const chart = await renderChart({ ...drawing, spec }, { locale, idPrefix: 'chart', palette });
      const svg = await standaloneSvg(chart, { palette, fonts, ...(family === undefined ? {} : { family }) });
      const html = `<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>${svg}`;
      const path = `charts/${name}.${locale.tag}`;
      files.push(
        { path: `${path}.svg`, content: svg },
        { path: `${path}.png`, content: await effects.painter.png(html, sizeOf(svg)) },
        { path: `${path}.vl.json`, content: standaloneSpec(spec, drawing.alternative, palette, locale) },
      );
    }
    return files;
  },
};

interface Asked {
  readonly chart: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly account?: string;
  readonly kam?: string;
  /** Whom it is about. */
  readonly subject?: string;
}

/** The charts that notebooks show, as the first one shows them: `kaism`, and `criteria/aceros-montgo` for one about somebody. */
const chartsOf = ({ notebooks, analysis }: ExportSources): ReadonlyMap<string, Asked> => {
  const asked = notebooks.flatMap(({ cells, head }) => {
    const subjects = subjectsOf(head, analysis.scope);
    return [...cells.values()]
      .filter(({ kind }) => kind === 'chart')
      .flatMap(({ argument, options }) =>
        subjects.map(subject => askedOf(argument, options as CellOptions<'chart'>, subject)),
      );
  });
  // The first of a name stays: a map keeps the last.
  return new Map(asked.reverse());
};

const askedOf = (
  chart: string,
  { options }: CellOptions<'chart'>,
  subject: Subject | undefined,
): readonly [name: string, asked: Asked] =>
  subject === undefined
    ? [chart, { chart, options }]
    : [`${chart}/${subject.id}`, { chart, options, [subject.kind]: subject.id, subject: subject.name }];

/** Undefined where there is nothing to draw. Standing alone it has the height that it likes best. */
const draw = (
  { chart, options, account, kam }: Asked,
  { analysis, locale, names }: ExportSources,
): Drawing | undefined => {
  const maker = chartNamed(chart);
  if (maker === undefined) throw new Error(`There is no chart ${chart}`);
  const { height: _, ...rest } = options;
  const about = { ...(account === undefined ? {} : { account }), ...(kam === undefined ? {} : { kam }) };
  const drawn = maker.draw({ analysis, locale, names, width, ...about }, maker.options.parse(rest));
  return 'unavailable' in drawn ? undefined : drawn;
};

const titleOf = (
  { chart, subject }: Asked,
  { locale, analysis }: ExportSources,
): { readonly text: string; readonly subtitle: string } => ({
  text: locale.t(`captions.${chart}`),
  subtitle: [
    analysis.scope.workspace.settings.company.name,
    ...(subject === undefined ? [] : [subject]),
    locale.period(analysis.scope.period),
  ].join(' · '),
});
