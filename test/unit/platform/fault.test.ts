import { expect, test } from 'vitest';
import { machineFault } from '../../../src/platform/fault.ts';

const withCode = (code: string, message: string): Error => Object.assign(new Error(message), { code });

test.each([
  // As Node 20 says it, in turn of a library in WebAssembly, a buffer, a stream that packs, a read and a program that is started.
  new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance'),
  new RangeError('WebAssembly.Memory(): could not allocate memory'),
  new RangeError('Array buffer allocation failed'),
  withCode('ERR_MEMORY_ALLOCATION_FAILED', 'Failed to allocate memory'),
  Object.assign(withCode('ENOMEM', 'ENOMEM: not enough memory, read'), { syscall: 'read' }),
  Object.assign(withCode('ENOMEM', 'spawn ENOMEM'), { syscall: 'spawn browser' }),
])('memory that there is not is the fault of the machine: %s', error => {
  const fault = machineFault(error);
  expect(fault?.message).toBe('There is not enough memory.');
  expect(fault?.hints.join(' ')).toMatch(/--jobs 1.*none is half/s);
});

test('a program that the system does not start is told with its remedy', () => {
  const fault = machineFault(Object.assign(withCode('EAGAIN', 'spawn EAGAIN'), { syscall: 'spawn browser' }));
  expect(fault?.message).toBe('The system starts no more programs for this user.');
});

test('what no machine is at fault for is ours', () => {
  expect(machineFault(new RangeError('Invalid array length'))).toBeUndefined();
  expect(machineFault(new Error('Out of paper'))).toBeUndefined();
});
