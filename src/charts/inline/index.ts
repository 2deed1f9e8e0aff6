export { fitBar } from './fit-bar.ts';
export { pin } from './pin.ts';
export { sparkline } from './sparkline.ts';
export { varianceBar } from './variance-bar.ts';
