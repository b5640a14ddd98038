import type { Format } from '../format.ts';
import { editions } from './edition.ts';
import { packCopies } from './index.ts';
import type { Archive } from './index.ts';

/** The course in a folder that opens without a server. */
export const offline: Format = {
  id: 'offline',
  purpose: 'one archive with the whole course, to be unpacked and opened anywhere',
  options: {
    'without-labs': {
      type: 'boolean',
      purpose: 'a small one for those who only read: no SQL, no Python',
    },
  },
  async export({ site, options }, onFile, onStep) {
    const edition = options['without-labs'] ? editions.withoutLabs : editions.full;
    const toFile = ({ name, bytes, unpacked, files }: Archive) => {
      const note = `Unpacked ${(unpacked / 1e6).toFixed(1)} MB in ${files} files.

Unpack it anywhere, a USB stick included, and open index.html in the new folder.
It needs a browser and nothing else.`;
      onFile({ name, bytes, note });
    };
    await packCopies(site, [edition], toFile, onStep);
  },
};
