// Records what the networks' own libraries say about a few hundred texts, and the tables that our X counter shares
// with twitter-text. Run by a maintainer, never by the build or the tests:
//
//     mkdir /tmp/oracles && cd /tmp/oracles && npm install twitter-text@3.1.0 @atproto/api@0.19
//     node <project>/tests/networks/record_oracles.mjs /tmp/oracles
//
// Writes tests/networks/fixtures/oracles.json and plugins/networks/x_text.toml.
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = join(process.argv[2], 'node_modules')
const need = createRequire(join(packages, 'x.js'))
const twitter = need('twitter-text')
const { RichText } = need('@atproto/api')
const here = dirname(fileURLToPath(import.meta.url))

// --- texts: every piece once, then mixes of pieces drawn with a fixed seed ----------------------------------------
const pieces = {
  words: [
    'Flu season is here.', 'Wash your hands for 20 seconds', 'We are closed on Thursday, November 26.', 'Dr. Smith', 'node.js',
    '1.5 mg twice a day', 'a fever of 38.0 °C (100.4 °F)', '½ cup', '2 µg', '≥ 18 years', '→ next', '• one', '… and so on', '™', '℞',
    '“curly” ‘quotes’ — dash – dash', '¿Tiene fiebre?', 'Cerramos el jueves.', 'niño', 'nin\u0303o', 'cafe\u0301', 'Ångström', 'A\u030Angstro\u0308m',
    '健康', '日本語のテキスト。', '한국어', '\u1112\u1161\u11ab\u1100\u116e\u11a8', 'नमस्ते', 'क्षत्रिय', 'தமிழ்', 'ไทยคำ', 'العربية', 'مرحبا بكم', 'עברית', 'Ελληνικά ΐ', 'Кириллица', 'ქართული', 'Հայերեն', '𝒳 math 𝟙', 'ﬁ', 'ﬀ', 'Ⅷ', '\u00A0', '\u200B', '\u200F', '\u2066x\u2069', '\u00AD', '\r\n', '\n\n', '\t',
  ],
  emoji: [
    '😀', '❤', '❤️', '☎', '☎️', '☎︎', '©', '©️', '®', '™️', '👍', '👍🏽', '🏽', '👩‍⚕️', '👩🏽‍⚕️', '👨🏿‍⚕️', '👩‍🔬', '👨‍👩‍👧‍👦', '👩‍❤️‍💋‍👨', '🏳️‍🌈', '🏴‍☠️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇺🇸', '🇪🇸🇲🇽', '🇺', '1️⃣', '#️⃣', '*⃣', '9', '💉', '🦠', '🧬', '🤒', '🥵', '🧼', '🧻', '✅', '✔️', '⚠️', 'ℹ️', '🅿️', '🈳', '㊗️', '⌚', '♾️', '♀️', '🙋‍♀️', '🤷🏻‍♂️', '🕵️‍♀️', '🧙🏼‍♀️', '🦸', '👁️‍🗨️', '👁‍🗨', '⬛', '▪', '▪️', '🀄', '🃏', '\uFE0F', '\uE50A',
  ],
  newer: ['🩹', '🫀', '🫁', '🦽', '🦾', '🧑‍⚕️', '🧑🏽‍⚕️', '🩺', '🩸', '🪥', '🫱🏽‍🫲🏿', '🐦‍🔥', '🫠', '🩼', '🏳️‍⚧️', '❤️‍🩹', '🐻‍❄️', '🧑‍🧑‍🧒', '🫩'],
  urls: [
    'https://www.example.org/articles/home-blood-pressure/', 'http://example.org', 'https://example.org.', 'https://example.org/a?b=c&d=e#f', 'example.org', 'www.example.org/es/', 'clinic.health', 'Clinic.Health/flu', 'example.org/a_(b)', '(https://example.org/x)', 'https://example.org/a/b.html,', 'https://t.co/abc123XYZ', 'https://t.co/' + 'a'.repeat(41), 't.co/abc', 'http://localhost/x', 'http://10.0.0.1/x', 'office@example.org', '@example.org', '#example.org', '$example.org', 'node.js', 'a.b.c', 'example.co.uk', 'sub_domain.example.com/x', 'xn--fiqs8s.cn', 'https://xn--bcher-kva.example/x', 'https://bücher.de/straße', 'bücher.de', '日本語example.com', 'example.com日本語', 'http://例え.jp/引き割り', 'пример.рф', 'https://пример.рф/путь', 'https://example.org:8080/x', 'example.com?x=1', 'example.com/?x=1', 'HTTPS://EXAMPLE.ORG/UP', 'https://example.org/’quote', 'https://example.org…', 'ftp://example.org/x', 'http://example', 'https://example.invalidtld/x', 'https://-bad.org', 'https://a-b.org/–dash', 'https://example.org/%20x', 'https://example.org/naïve/', 'https://example.org//', '-example.org', '/example.org', '.example.org', 'example..org', 'a@b.org/x', 'https://example.org/@user/1', 'medlineplus.gov', 'https://www.cdc.gov/flu/index.html', 'U.S.', 'e.g.', 'p.m.', 'St.Louis', 'x.com', 'http://x.com/i', 'example.org!', 'example.org?', 'https://youtu.be/abc-_', 'a.museum', 'https://a.clinic', 'example.org/añb', 'https://' + 'a'.repeat(64) + '.org/x', 'https://example.org/' + 'p'.repeat(120), 'Care.At.Home', 'Mr.Me', 'end.No', 'today.We', 'doctor.Call',
  ],
  tags: ['#FluSeason', '#1', '#vacúnate', '@crane_creek', '@user@example.social', '$ABC', '#健康', '＠full', '@a.b'],
}
const glue = [' ', ' ', ' ', '\n', '\n\n', '', ', ', '. ', ': ', '(', ') ', '/', '-', '…', '、']
let seed = 20261121
const next = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 4294967296
const pick = (list) => list[Math.floor(next() * list.length)]
const texts = new Map()
const add = (text, newer) => texts.set(text, newer)
for (const [kind, list] of Object.entries(pieces)) for (const piece of list) add(piece, kind === 'newer')
for (const kinds of [['words', 'urls'], ['words', 'emoji'], ['urls', 'tags'], ['words', 'urls', 'emoji', 'tags'], ['emoji', 'emoji', 'urls'], ['newer', 'words', 'urls']]) {
  for (let i = 0; i < 60; i++) {
    let text = ''
    for (let j = 0, n = 2 + Math.floor(next() * 7); j < n; j++) text += (j ? pick(glue) : '') + pick(pieces[pick(kinds)])
    add(text, kinds.includes('newer'))
  }
}

const rows = [...texts].map(([text, newer]) => {
  const rich = new RichText({ text })
  return { text, newer, x: twitter.parseTweet(text).weightedLength, graphemes: rich.graphemeLength, bytes: rich.length }
})
const version = (name) => JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')).version
const versions = { 'twitter-text': version('twitter-text'), '@atproto/api': version('@atproto/api'), node: process.version, unicode: process.versions.unicode }
const lines = rows.map((row) => JSON.stringify(row)).join(',\n')
writeFileSync(join(here, 'fixtures', 'oracles.json'), `{"versions": ${JSON.stringify(versions)},\n"texts": [\n${lines}\n]}\n`)

// --- the tables of twitter-text ------------------------------------------------------------------------------------
const topLevel = (name) => {
  const source = need(join(packages, 'twitter-text/dist/regexp', name)).default ?? need(join(packages, 'twitter-text/dist/regexp', name))
  return source.source.match(/^\(\?:\(\?:(.*)\)\(\?=\[\^0-9a-zA-Z@\+-\]\|\$\)\)$/)[1]
}
// JavaScript writes an astral character as a pair of surrogates; Python's re wants the code point.
const point = (high, low) => `\\U${(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)).toString(16).padStart(8, '0')}`
const hex = (text) => parseInt(text, 16)
const emoji = need(join(packages, 'twemoji-parser/dist/lib/regex.js')).default.source
  .replace(/\\u(d[89ab][0-9a-f]{2})\[([^\]]*)\]/g, (_, high, set) => `[${set.replace(/\\u(d[c-f][0-9a-f]{2})/g, (_, low) => point(hex(high), hex(low)))}]`)
  .replace(/\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/g, (_, high, low) => point(hex(high), hex(low)))
if (/\\ud[89a-f][0-9a-f]{2}/.test(emoji)) throw new Error('a surrogate is left over')
writeFileSync(join(here, '../../plugins/networks/x_text.toml'), `# Written by tests/networks/record_oracles.mjs; do not edit by hand.
# gtld and cctld: the top-level domains by which X knows a link without a protocol, from npm twitter-text ${versions['twitter-text']}
# (Copyright 2018 Twitter, Inc., Apache-2.0). emoji: what X counts as one emoji, from npm twemoji-parser ${version('twemoji-parser')}
# (Copyright Twitter Inc., MIT), written for Python's re.
gtld = '''${topLevel('validGTLD.js')}'''

cctld = '''${topLevel('validCCTLD.js')}'''

emoji = '''${emoji}'''
`)
console.log(rows.length, 'texts', versions)
