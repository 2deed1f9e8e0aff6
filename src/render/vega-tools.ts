import type { LoggerInterface } from 'vega';
import { measureWithBundledFont } from './text-metrics.ts';

/** Vega is large; it is loaded with the first chart and kept. */
export const loadTools = async () => {
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ]);
  measureWithBundledFont(vega);
  return { vega, compile, expressionInterpreter };
};

/**
 * A warning of Vega means a chart that is not what its author meant; it must not pass in silence. It is collected rather
 * than thrown, because Vega warns from inside promises that it does not await.
 */
export const collecting = (logger: LoggerInterface, complaints: string[]): LoggerInterface => {
  const collect = (...messages: readonly unknown[]): LoggerInterface => {
    const complaint = messages.map(String).join(' ');
    if (!isNoComplaint(complaint)) complaints.push(complaint);
    return logger;
  };
  return Object.assign(logger, { warn: collect, error: collect });
};

/** Vega-Lite says so of a chart that fits its width and whose rows have a height, which is what was asked for. */
const isNoComplaint = (message: string): boolean =>
  message.startsWith('Dropping "fit-y" because spec has discrete height');
