// Reads pages with the extractors of JavaScript: node readers.mjs FOLDER OUT. OUT gets a file for each extractor, a JSON
// object from the page's file to its text. It lies where node_modules holds them.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { Readability } from '@mozilla/readability';
import { extractFromHtml } from '@extractus/article-extractor';

const [folder, out] = process.argv.slice(2);
const texts = { 'Readability': {}, 'article-extractor': {} };
const quiet = new VirtualConsole();
const parse = html => new JSDOM(html, { url: 'https://example.com/', virtualConsole: quiet }).window.document;
const plain = html => {
  const document = parse(html);
  for (const block of document.querySelectorAll('p,div,li,h1,h2,h3,h4,h5,h6,td,th,br,blockquote,pre,section')) block.after(document.createTextNode(' '));
  return document.body.textContent;
};

async function attempt(name, file, read) {
  try {
    texts[name][file] = (await read()) ?? '';
  } catch (error) {
    process.stderr.write(`${name} fails on ${file}: ${error.message}\n`);
    texts[name][file] = '';
  }
}

console.log = console.error;
for (const file of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, file));
  const utf8 = bytes.toString('utf8');
  const html = utf8.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
  await attempt('Readability', file, () => new Readability(parse(html)).parse()?.textContent);
  await attempt('article-extractor', file, async () => plain((await extractFromHtml(html, 'https://example.com/'))?.content ?? ''));
}

for (const [name, of] of Object.entries(texts)) writeFileSync(join(out, `${name}.json`), JSON.stringify(of));
process.exit(0);
