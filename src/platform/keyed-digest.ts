import { createHmac } from 'node:crypto';
import type { KeyedDigest } from '../redaction/codes.ts';

/** HMAC-SHA-256. */
export const keyedDigest: KeyedDigest = (key, text) => createHmac('sha256', key).update(text).digest();
