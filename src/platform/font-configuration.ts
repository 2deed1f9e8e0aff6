import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Tells the browser of one folder with fonts and no other, wherever it runs: the machine's fonts must not show in a page.
 *
 * @param fonts the folder with the fallback font
 * @param folder where the configuration and its cache may stand while the browser runs
 * @returns the path of the configuration, for FONTCONFIG_FILE
 */
export const writeFontConfiguration = async (fonts: string, folder: string): Promise<string> => {
  const path = join(folder, 'fonts.conf');
  // Both folders are absolute: fontconfig takes a relative cache to be one of the folder that the build was started in.
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${asText(fonts)}</dir>
  <cachedir>${asText(join(folder, 'font-cache'))}</cachedir>
</fontconfig>
`;
  await writeFile(path, text);
  return path;
};

const asText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
