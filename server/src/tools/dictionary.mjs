// Writes the segmenter's dictionaries: those of cppjieba (MIT licence), reduced to what official texts need. With the whole of them it takes eight times as
// long to load and four times the memory, and finds the same boundaries. nodejieba's binary is put beside them, so that a package needs no node_modules.
// Plain Node: the build calls it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Words seen less often than this in cppjieba's own count are left out; what they are made of, its model of characters finds. */
const leastFrequent = 20;

/** Writes the dictionaries and the binary into `folder`; false where nodejieba is not installed. */
export function writeDictionary(folder) {
  let home;
  try {
    home = path.dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
  } catch {
    return false;
  }
  const binary = path.join(home, 'build/Release/nodejieba.node');
  if (!fs.existsSync(binary)) return false;
  const source = path.join(home, 'submodules/cppjieba/dict');
  const words = fs.readFileSync(path.join(source, 'jieba.dict.utf8'), 'utf8').split('\n');
  const frequent = words.filter((line) => {
    const [, count, tag] = line.split(' ');
    return tag !== undefined && Number(count) >= leastFrequent;
  });
  fs.mkdirSync(folder, { recursive: true });
  const write = (name, content) => {
    const file = path.join(folder, name);
    const bytes = Buffer.from(content);
    // What a running server has loaded is left alone.
    if (fs.existsSync(file) && fs.readFileSync(file).equals(bytes)) return;
    fs.writeFileSync(`${file}.${process.pid}`, bytes);
    fs.renameSync(`${file}.${process.pid}`, file);
  };
  write('words.utf8', `${frequent.join('\n')}\n`);
  write('hmm.utf8', fs.readFileSync(path.join(source, 'hmm_model.utf8'), 'utf8'));
  // For keywords, which nobody asks for; but the files must be there, with a line in each.
  write('idf.utf8', '讲稿 10\n');
  write('stop.utf8', '的\n');
  write('user.utf8', '讲稿 n\n');
  write(`nodejieba-${process.platform}-${process.arch}.node`, fs.readFileSync(binary));
  const licences = [path.join(home, 'LICENSE'), path.join(source, '../LICENSE')];
  write('LICENSE', licences.map((file) => fs.readFileSync(file, 'utf8')).join('\n'));
  return true;
}
