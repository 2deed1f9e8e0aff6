import type { Sheet } from '../workbook/sheet.ts';
import { letters } from '../workbook/sheet.ts';
import type { NativeAxis, NativeChart, NativePoint, NativeSeries } from './native-chart.ts';
import { fill, part, type themeColours, xml } from './xml.ts';

const sheetName = 'Data';
const [xAxis, yAxis] = [111_111_111, 222_222_222];

type Colour = keyof typeof themeColours;

const colourOf: Readonly<Record<NativeSeries['role'], Colour>> = {
  actual: 'ink',
  previous: 'py',
  accent: 'accent',
  light: 'rule',
  limit: 'ink3',
  names: 'ink3',
};

/** The numbers of a chart, as its own workbook holds them: a block of three columns and a name for each series. */
export const chartSheet = ({ series, x, y }: NativeChart): Sheet => {
  const longest = Math.max(...series.map(({ points }) => points.length));
  return {
    name: sheetName,
    frozen: 0,
    filtered: 0,
    columns: series.flatMap(({ name }) => [
      { title: '', width: 18 },
      { title: x.title, width: 14 },
      { title: name, width: 14 },
      { title: y.title, width: 14 },
    ]),
    rows: Array.from({ length: longest }, (_, row) =>
      series.flatMap(({ points }) => {
        const point = points[row];
        return [point?.label ?? null, point?.x ?? null, point?.y ?? null, point?.size ?? null].map(value => ({
          value,
        }));
      }),
    ),
  };
};

/** A chart of DrawingML. Its workbook is relation `rId1`. */
export const chartXml = (chart: NativeChart, language: string): string => {
  const { kind, series } = chart;
  const drawn = series.map((one, index) => seriesXml(one, index, kind)).join('');
  const axes = `<c:axId val="${xAxis}"/><c:axId val="${yAxis}"/>`;
  const plot =
    kind === 'bubble'
      ? `<c:bubbleChart><c:varyColors val="0"/>${drawn}<c:bubbleScale val="45"/><c:showNegBubbles val="0"/><c:sizeRepresents val="area"/>${axes}</c:bubbleChart>`
      : `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${drawn}${axes}</c:scatterChart>`;
  return part(
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
      `<c:date1904 val="0"/><c:lang val="${language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}` +
      axisXml(chart.x, xAxis, yAxis, 'b', chart.y.cut) +
      axisXml(chart.y, yAxis, xAxis, 'l', chart.x.cut) +
      `<c:spPr><a:noFill/></c:spPr></c:plotArea><c:legend><c:legendPos val="t"/>${hiddenEntries(series)}<c:overlay val="0"/>${textProperties(1100, 'ink2')}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
      `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(1100, 'ink')}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`,
  );
};

/** Names of parts of the plane are no data. */
const hiddenEntries = (series: readonly NativeSeries[]): string =>
  series
    .map(({ role }, index) =>
      role === 'names' ? `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>` : '',
    )
    .join('');

const textProperties = (size: number, colour: Colour, bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}">${fill(colour)}</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`;

const range = (index: number, column: number, points: readonly NativePoint[]): string => {
  const letter = letters(index * 4 + column);
  return `${sheetName}!$${letter}$2:$${letter}$${points.length + 1}`;
};

const numbers = (formula: string, values: readonly number[]): string =>
  `<c:numRef><c:f>${formula}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values
    .map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`)
    .join('')}</c:numCache></c:numRef>`;

const seriesXml = (one: NativeSeries, index: number, kind: NativeChart['kind']): string => {
  const { name, role, joined, points } = one;
  const colour = colourOf[role];
  const name1 = `<c:tx><c:strRef><c:f>${sheetName}!$${letters(index * 4 + 2)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xml(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  const data =
    `<c:xVal>${numbers(
      range(index, 1, points),
      points.map(({ x }) => x),
    )}</c:xVal>` +
    `<c:yVal>${numbers(
      range(index, 2, points),
      points.map(({ y }) => y),
    )}</c:yVal>`;
  const head = `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name1}`;
  if (kind === 'bubble')
    return `${head}<c:spPr>${role === 'names' ? '<a:noFill/><a:ln><a:noFill/></a:ln>' : `${fill(colour)}<a:ln w="9525">${fill('paper')}</a:ln>`}</c:spPr><c:invertIfNegative val="0"/>${labels(one, colour)}${data}<c:bubbleSize>${numbers(
      range(index, 3, points),
      points.map(({ size = 1 }) => size),
    )}</c:bubbleSize><c:bubble3D val="0"/></c:ser>`;
  const width = role === 'limit' ? 9525 : 22_225;
  const dash = role === 'limit' ? '<a:prstDash val="dash"/>' : '';
  const line = joined
    ? `<a:ln w="${width}" cap="rnd">${fill(colour)}${dash}<a:round/></a:ln>`
    : '<a:ln><a:noFill/></a:ln>';
  const marker =
    role === 'limit' || role === 'names'
      ? '<c:marker><c:symbol val="none"/></c:marker>'
      : `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill(colour)}<a:ln w="9525">${fill(colour)}</a:ln></c:spPr></c:marker>`;
  return `${head}<c:spPr>${line}</c:spPr>${marker}${labels(one, colour)}${data}<c:smooth val="0"/></c:ser>`;
};

const sides = { left: 'l', right: 'r', above: 't', below: 'b' } as const;
const shown =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

/** Names beside points; they stay when the numbers change, and can be edited. */
const labels = ({ points, role }: NativeSeries, colour: Colour): string => {
  const bold = role === 'names' ? ' b="1"' : '';
  const ink = colour === 'accent' ? 'accent' : 'ink2';
  const texts = points.map(({ label, offset, side = 'right' }, index) =>
    label === undefined
      ? ''
      : `<c:dLbl><c:idx val="${index}"/>${moved(offset)}<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000">${fill(ink)}</a:defRPr></a:pPr><a:r><a:rPr sz="1000"${bold}>${fill(ink)}</a:rPr><a:t>${xml(label)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="${sides[side]}"/>${shown}</c:dLbl>`,
  );
  return `<c:dLbls>${texts.join('')}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${shown.replace('<c:showVal val="1"/>', '<c:showVal val="0"/>')}</c:dLbls>`;
};

const moved = (offset: NativePoint['offset']): string =>
  offset === undefined
    ? ''
    : `<c:layout><c:manualLayout><c:x val="${offset[0]}"/><c:y val="${offset[1]}"/></c:manualLayout></c:layout>`;

/** @param crosses where on the other axis this one stands */
const axisXml = (
  { title, min, max, step, format }: NativeAxis,
  id: number,
  other: number,
  position: 'b' | 'l',
  crosses: number | undefined,
): string =>
  `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/><c:max val="${max}"/><c:min val="${min}"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/>` +
  `<c:title><c:tx><c:rich><a:bodyPr${position === 'l' ? ' rot="-5400000" vert="horz"' : ''}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100" b="0">${fill('ink')}</a:defRPr></a:pPr><a:r><a:rPr sz="1100" b="0">${fill('ink')}</a:rPr><a:t>${xml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
  `<c:numFmt formatCode="${xml(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525">${fill('ink3')}</a:ln></c:spPr>${textProperties(1000, 'ink2')}` +
  `<c:crossAx val="${other}"/>${crosses === undefined ? '<c:crosses val="min"/>' : `<c:crossesAt val="${crosses}"/>`}<c:crossBetween val="midCat"/><c:majorUnit val="${step}"/></c:valAx>`;
