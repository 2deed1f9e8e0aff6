export { fitBar } from './fit-bar.ts';
export { limitSample, pin, pinSample } from './pin.ts';
export { sparkline } from './sparkline.ts';
export { varianceBar } from './variance-bar.ts';
