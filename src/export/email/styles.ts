import type { Palette } from '../../brand/palette.ts';

/** Style attributes of the parts of a message: what Outlook's Word engine and Gmail know, nothing else. */
export const emailStyles = ({ ink, ink2, accent, rule, paper }: Palette, family: string | undefined) => {
  const quoted = family === undefined ? '' : `'${family}',`;
  const font = `font-family:${quoted}'IBM Plex Sans','Segoe UI',Arial,sans-serif`;
  const text = `${font};font-size:15px;line-height:22px;color:${ink}`;
  const small = `${font};font-size:13px;line-height:18px;color:${ink2}`;
  const plain = 'margin:0;padding:0';
  // A table of five columns fits on a phone when long words may be parted.
  const parted = '-webkit-hyphens:auto;hyphens:auto;overflow-wrap:break-word';
  return {
    body: `${plain};background:#f4f5f7;${text}`,
    preview: 'display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden',
    around: 'padding:16px 0',
    sheet: `max-width:640px;background:${paper};border-top:4px solid ${ink}`,
    head: 'padding:20px 16px 8px',
    section: `padding:20px 16px 4px;border-top:1px solid ${rule}`,
    cell: 'padding:8px 16px',
    foot: `padding:16px 16px 20px;border-top:1px solid ${rule}`,
    h1: `margin:2px 0 4px;${font};font-size:24px;line-height:30px;font-weight:bold;color:${ink}`,
    h2: `margin:0 0 4px;${font};font-size:18px;line-height:25px;font-weight:bold;color:${ink}`,
    h3: `margin:8px 0 6px;${font};font-size:14px;line-height:20px;font-weight:bold;color:${ink}`,
    text: `margin:0 0 6px;padding:0;${text}`,
    strong: `margin:0 0 2px;padding:0;${text};font-weight:bold`,
    small: `margin:0 0 4px;padding:0;${small}`,
    label: `${font};font-size:12px;line-height:16px;color:${ink2}`,
    list: `margin:0;padding:0 0 0 22px;${text}`,
    item: 'margin:0 0 8px;padding:0',
    figure: `padding:8px 12px 8px 0;border-top:1px solid ${rule}`,
    value: `${font};font-size:24px;line-height:30px;font-weight:bold;color:${ink}`,
    unit: `${font};font-size:14px;font-weight:normal;color:${ink2}`,
    decision: `margin:0 0 8px;border-left:3px solid ${accent}`,
    mark: `padding:0 0 0 10px;${text};font-weight:bold;color:${accent}`,
    table: 'border-collapse:collapse;margin:0 0 8px',
    th: `padding:4px 4px 4px 0;border-bottom:1px solid ${ink};${small};font-weight:bold;${parted}`,
    td: `padding:5px 4px 5px 0;border-bottom:1px solid ${rule};${font};font-size:13px;line-height:18px;${parted}`,
  } as const;
};
export type EmailStyles = ReturnType<typeof emailStyles>;
