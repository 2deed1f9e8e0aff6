/** Makes every folder list its files backwards, and then by turns: for a program that must not care. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let turn = 0;
const shuffled = list => {
  if (!Array.isArray(list)) return list;
  turn = (turn + 7) % 31;
  const backwards = [...list].reverse();
  const cut = backwards.length === 0 ? 0 : turn % backwards.length;
  return [...backwards.slice(cut), ...backwards.slice(0, cut)];
};

const { readdir } = fs.promises;
fs.promises.readdir = async (...args) => shuffled(await readdir.apply(fs.promises, args));
const { readdirSync } = fs;
fs.readdirSync = (...args) => shuffled(readdirSync.apply(fs, args));
syncBuiltinESMExports();
